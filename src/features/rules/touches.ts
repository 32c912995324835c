import type { Rule } from '#domain/rules/rule-book.ts'

/** How many children the rule touches today; null for a rule that is on no child's list. */
export function touchesInWords(
  { id, kind, waitsFor }: Rule,
  touched: ReadonlyMap<string, number>,
): string | null {
  if (waitsFor !== undefined) return 'Touches nobody yet: what it reads is not recorded'
  const children = touched.get(id) ?? 0
  if (children > 0) return `Touches ${children} ${children === 1 ? 'child' : 'children'} today`
  return kind === 'duty' ? 'Touches no child today' : null
}
