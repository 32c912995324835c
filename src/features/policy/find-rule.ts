import type { Parameter } from '#domain/rules/parameter.ts'
import { caseDuties, findRule, type Rule } from '#domain/rules/rule-book.ts'
import { NotFound } from '#platform/http/errors.ts'

/** @throws NotFound */
export function ruleInUrl(ruleId: string): Rule {
  const rule = findRule(ruleId)
  if (rule === undefined) throw new NotFound('There is no rule with this number.')
  return rule
}

/** @throws NotFound when the rule has no number of this name */
export function parameterInUrl(rule: Rule, name: string): Parameter {
  const parameter = Object.hasOwn(rule.parameters, name) ? rule.parameters[name] : undefined
  if (parameter === undefined) throw new NotFound('This rule has no such number.')
  return parameter
}

/** What the rule makes due for a child; none where it stops a step or gives advice, or waits for its screens. */
export function dutiesUnder(ruleId: string) {
  return caseDuties.filter(({ id }) => id === ruleId)
}
