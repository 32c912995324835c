import type { Rule } from '#domain/rules/rule-book.ts'
import { howItActs } from '../rule-words.ts'

/** How many children the rule touches today; of rules that are on no child's list, how they act. */
export function touchesInWords(
  { id, kind, waitsFor }: Rule,
  touched: ReadonlyMap<string, number>,
): string {
  if (waitsFor !== undefined) return 'Touches nobody yet: what it reads is not recorded'
  const children = touched.get(id) ?? 0
  if (children > 0) return `Touches ${children} ${children === 1 ? 'child' : 'children'} today`
  return kind === 'duty' ? 'Touches no child today' : howItActs[kind]
}
