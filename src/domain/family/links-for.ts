import type { RelationshipKind } from '#domain/vocabulary/children.ts'
import type { ParentNature } from '#domain/vocabulary/family.ts'
import type { Family, ParentLink, PartnerLink } from './family.ts'
import { isNewParentLink, isNewPartnerLink } from './why-not-link.ts'

/** Somebody who was just recorded around a child. */
export interface NewcomerToFamily {
  readonly kind: RelationshipKind
  readonly personId: string
  /** The person through whom they belong: whose mother a grandmother is, which parent a half-brother shares. Null: nobody said. */
  readonly throughId: string | null
}

/** The family as it stands, and who of it the file calls a full brother or sister. */
export interface StandingFamily extends Pick<Family, 'parents' | 'partners'> {
  /** The child's own person. */
  readonly childId: string
  readonly siblingIds: readonly string[]
}

export interface NewLinks {
  readonly parents: readonly ParentLink[]
  readonly partners: readonly PartnerLink[]
}

/**
 * The links that follow from who somebody is to the child, and that are not there yet. Nothing is guessed: where a link depends on a person
 * whom nobody named, it is left out, and can be said later.
 *
 * @interpretation A mother or father is a birth parent, and so of the full brothers and sisters too. Brothers and sisters share the child's
 * birth and adoptive parents. Nobody is given a third birth parent.
 */
export function linksFor(newcomer: NewcomerToFamily, family: StandingFamily): NewLinks {
  const wanted = wantedLinks(newcomer, family)
  const parents: ParentLink[] = []
  for (const link of wanted.parents) {
    const sofar = { ...family, parents: [...family.parents, ...parents] }
    if (isNewParentLink(link, sofar)) parents.push(link)
  }
  return { parents, partners: wanted.partners.filter(link => isNewPartnerLink(link, family)) }
}

/** The kinds whose place in the family depends on whom they belong to. */
export const kindsThrough: readonly RelationshipKind[] = [
  'grandparent',
  'aunt-or-uncle',
  'half-sibling',
  'step-sibling',
  'step-parent',
]

/** The kinds that have a place in the drawing of a family. */
export const drawnKinds: readonly RelationshipKind[] = [
  'mother',
  'father',
  'step-parent',
  'adoptive-parent',
  'foster-carer',
  'grandparent',
  'aunt-or-uncle',
  'sibling',
  'half-sibling',
  'step-sibling',
  'partner',
  'own-child',
]

function wantedLinks({ kind, personId, throughId }: NewcomerToFamily, family: StandingFamily) {
  const { childId } = family
  const none: NewLinks = { parents: [], partners: [] }
  const ofParents = (...parents: ParentLink[]): NewLinks => ({ ...none, parents })
  const through = (make: (id: string) => NewLinks): NewLinks =>
    throughId === null ? none : make(throughId)
  const placing: Partial<Record<RelationshipKind, () => NewLinks>> = {
    mother: () => ofParents(...birthParentOf(personId, [childId, ...family.siblingIds])),
    father: () => ofParents(...birthParentOf(personId, [childId, ...family.siblingIds])),
    'adoptive-parent': () => ofParents(parent(personId, childId, 'adoptive')),
    'foster-carer': () => ofParents(parent(personId, childId, 'foster')),
    'step-parent': () => ({
      parents: [parent(personId, childId, 'step')],
      partners: throughId === null ? [] : [couple(throughId, personId)],
    }),
    grandparent: () => through(id => ofParents(parent(personId, id, 'birth'))),
    'aunt-or-uncle': () => through(id => ofParents(...sameParents(personId, id, family))),
    sibling: () => ofParents(...sameParents(personId, childId, family)),
    'half-sibling': () => through(id => ofParents(parent(id, personId, 'birth'))),
    'step-sibling': () => through(id => ofParents(parent(id, personId, 'birth'))),
    partner: () => ({ ...none, partners: [couple(childId, personId)] }),
    'own-child': () => ofParents(parent(childId, personId, 'birth')),
  }
  return placing[kind]?.() ?? none
}

function birthParentOf(parentId: string, childIds: readonly string[]): ParentLink[] {
  return childIds.map(childId => parent(parentId, childId, 'birth'))
}

function sameParents(personId: string, siblingId: string, family: StandingFamily): ParentLink[] {
  return family.parents
    .filter(link => link.childId === siblingId)
    .filter(({ nature }) => nature === 'birth' || nature === 'adoptive')
    .map(({ parentId, nature }) => parent(parentId, personId, nature))
}

function parent(parentId: string, childId: string, nature: ParentNature): ParentLink {
  return { parentId, childId, nature }
}

function couple(a: string, b: string): PartnerLink {
  return { a, b, status: 'together', from: null, to: null }
}
