import type { Duty } from './owed.ts'

/**
 * How many children each rule has something to say about: those with a duty under it in any state but met.
 *
 * @returns numbers by the rule's id; a rule that touches nobody is not in it
 * @interpretation An excused duty counts: somebody agreed to wait, so the rule still stands over the child's work.
 */
export function childrenTouched(duties: readonly Duty[]): ReadonlyMap<string, number> {
  const unmet = duties.filter(({ state }) => state !== 'met')
  const children = new Map<string, Set<string>>()
  for (const { ruleId, childId } of unmet) {
    const known = children.get(ruleId)
    if (known === undefined) children.set(ruleId, new Set([childId]))
    else known.add(childId)
  }
  return new Map([...children].map(([ruleId, ids]) => [ruleId, ids.size]))
}
