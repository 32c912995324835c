import { formatDate } from '#domain/calendar/format-date.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { limitInWords } from '#domain/rules/deadline.ts'
import type { Parameter } from '#domain/rules/parameter.ts'
import { numberOfSource, numberOn, numbersAfter, type Policy } from '#domain/rules/policy.ts'
import type { Rule } from '#domain/rules/rule-book.ts'

export const kindNames = {
  duty: 'Owed by a day',
  guard: 'Needed before a step',
  prompt: 'Advice while writing',
  standard: 'Owed by the service',
  setting: 'Settled by the service',
} as const

/** How a rule of each kind is met with, for the rules that no list of a child shows. */
export const howItActs = {
  duty: 'It is a task on the worker’s list until it is met or excused.',
  guard: 'It stops a step on the screen until what it asks for is there, and says what is missing.',
  prompt: 'It says something while somebody writes. It never stops anything.',
  standard: 'The service owes it, not one child’s case. It is on the list of managers.',
  setting: 'No source gives these numbers. The service settles them for itself.',
} as const

/** A day and the service's policy: what a rule's words depend on. */
export interface WordsOn {
  readonly today: PlainDate
  readonly policy: Policy
}

/** "10 working days", and what is settled for later: "10 working days; 5 working days from 1 June 2026". */
export function numberInWords(parameter: Parameter, { today, policy }: WordsOn): string {
  const { unit } = parameter
  const later = numbersAfter(policy, parameter, today).map(
    ({ value, from }) => `${limitInWords(unit, value)} from ${formatDate(from)}`,
  )
  return [limitInWords(unit, numberOn(policy, parameter, today)), ...later].join('; ')
}

/** True where a number is or will be another one than the source gives. */
export function isSettledHere(parameter: Parameter, { today, policy }: WordsOn): boolean {
  const source = numberOfSource(parameter, today)
  const later = numbersAfter(policy, parameter, today).map(({ value }) => value)
  return [numberOn(policy, parameter, today), ...later].some(value => value !== source)
}

/** The numbers of a rule, each with the key under which it is changed. */
export function numbersOf(rule: Rule): { readonly key: string; readonly parameter: Parameter }[] {
  return Object.entries(rule.parameters).map(([key, parameter]) => ({ key, parameter }))
}
