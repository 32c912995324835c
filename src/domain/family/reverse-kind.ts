import type { RelationshipKind, Sex } from '#domain/vocabulary/children.ts'

const sameBothWays: readonly RelationshipKind[] = [
  'sibling',
  'half-sibling',
  'step-sibling',
  'partner',
  'friend',
  'neighbour',
]

const parents: readonly RelationshipKind[] = ['mother', 'father', 'adoptive-parent', 'step-parent']

/**
 * What a child is to somebody who is this to them: a sister's brother is her sibling too.
 *
 * @param sexOfChild of the one whose relationship is turned round: it tells mother from father
 */
export function reverseKind(kind: RelationshipKind, sexOfChild: Sex): RelationshipKind {
  if (sameBothWays.includes(kind)) return kind
  if (parents.includes(kind)) return 'own-child'
  if (kind !== 'own-child' || sexOfChild === 'not-known') return 'other'
  return sexOfChild === 'female' ? 'mother' : 'father'
}
