import type { NameLikeness } from './compare-names.ts'
import { compareNames } from './compare-names.ts'
import type { Person } from './person.ts'

/** What two people's names have in common, from most to least. */
export type NamesInCommon =
  'both' | 'both, swapped' | 'both, nearly' | 'family only' | 'given only' | 'none'

export type WholeNameLikeness = {
  readonly inCommon: NamesInCommon
  /** Plain words for each thing in common. */
  readonly reasons: readonly string[]
}

/** Compares given with given and family with family name, then crosswise, with other names to help out. */
export function compareWholeNames(a: Person, b: Person): WholeNameLikeness {
  const given = withOtherNames(compareNames(a.givenName, b.givenName), a, b, 'givenName')
  const family = withOtherNames(compareNames(a.familyName, b.familyName), a, b, 'familyName')
  if (given.kind === 'same' && family.kind === 'same') {
    return { inCommon: 'both', reasons: ['same name'] }
  }
  if (isCrosswise(a, b)) return { inCommon: 'both, swapped', reasons: ['names swapped'] }
  const reasons = [...reason(given, 'same given name'), ...reason(family, 'same family name')]
  if (given.kind === 'different') {
    return { inCommon: family.kind === 'different' ? 'none' : 'family only', reasons }
  }
  return { inCommon: family.kind === 'different' ? 'given only' : 'both, nearly', reasons }
}

function isCrosswise(a: Person, b: Person): boolean {
  const there = compareNames(a.givenName, b.familyName)
  const back = compareNames(a.familyName, b.givenName)
  return there.kind === 'same' && back.kind === 'same'
}

// One side's main name must be among the other's: two children who share a middle name have nothing in common.
function withOtherNames(
  main: NameLikeness,
  a: Person,
  b: Person,
  part: 'givenName' | 'familyName',
): NameLikeness {
  if (main.kind !== 'different') return main
  const isAmong = (name: string, others: readonly string[] = []) =>
    others.some(other => compareNames(name, other).kind === 'same')
  const [mine, theirs] = [a[part], b[part]]
  if (!isAmong(mine, b.otherNames) && !isAmong(theirs, a.otherNames)) return main
  return { kind: 'close', because: `“${mine}” and “${theirs}” are both among the names known` }
}

function reason(likeness: NameLikeness, whenSame: string): string[] {
  if (likeness.kind === 'different') return []
  return [likeness.kind === 'same' ? whenSame : likeness.because]
}
