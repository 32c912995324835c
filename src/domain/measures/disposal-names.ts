import { isOutOfCourtDisposal, outcomeKinds, type OutcomeKind } from '../vocabulary/outcomes.ts'

/** A service's own name for a kind of outcome: several names may stand over one kind. Lists of them are in the service's order. */
export interface OutcomeName {
  readonly id: string
  readonly kind: OutcomeKind
  readonly name: string
}

/** A kind as readers see it: under the service's own name where it has one, else under the national name. */
export interface ShownKind {
  /** The local name's id, else the national kind. */
  readonly id: string
  readonly kind: OutcomeKind
  readonly name: string
}

/** How one outcome is called: by its local name where it was given one that the service knows. */
export function shownKind(
  outcome: { readonly kind: OutcomeKind; readonly localName: string | null },
  names: readonly OutcomeName[],
): ShownKind {
  const own = names.find(({ id, kind }) => id === outcome.localName && kind === outcome.kind)
  return own ?? nationalKind(outcome.kind)
}

/** The out-of-court kinds that a service shows, least serious first, its own names in its own order in place of the national one. */
export function shownKinds(
  kinds: readonly OutcomeKind[],
  names: readonly OutcomeName[],
): readonly ShownKind[] {
  return kinds.filter(isOutOfCourtDisposal).flatMap(kind => {
    const own = namesOf(kind, names)
    return own.length === 0 ? [nationalKind(kind)] : own
  })
}

/** Kinds of disposal that are counted together. */
export interface DisposalGroup {
  readonly id: string
  readonly kinds: readonly OutcomeKind[]
}

/** Every out-of-court disposal lies in exactly one of these, least serious first. */
export const disposalGroups: readonly DisposalGroup[] = [
  { id: 'community-resolution', kinds: ['community-resolution'] },
  { id: 'outcome-22', kinds: ['outcome-22', 'deferred-prosecution'] },
  { id: 'youth-caution', kinds: ['youth-caution'] },
  { id: 'youth-conditional-caution', kinds: ['youth-conditional-caution'] },
]

/** What a group is called: the names that the service shows for its kinds, as in "Divert and Divert plus". */
export function groupName(group: DisposalGroup, names: readonly OutcomeName[]): string {
  const shown = shownKinds(group.kinds, names).map(kind => kind.name)
  return shown.length < 3
    ? shown.join(' and ')
    : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

/** The name of an outcome inside a sentence: "a youth caution", "an Outcome 22". */
export function inWords(kind: OutcomeKind): string {
  const { name } = outcomeKinds[kind]
  return kind === 'outcome-22'
    ? `an ${name}`
    : `a ${name.slice(0, 1).toLowerCase()}${name.slice(1)}`
}

function nationalKind(kind: OutcomeKind): ShownKind {
  return { id: kind, kind, name: outcomeKinds[kind].name }
}

function namesOf(kind: OutcomeKind, names: readonly OutcomeName[]): readonly ShownKind[] {
  return names.filter(name => name.kind === kind).map(({ id, name }) => ({ id, kind, name }))
}
