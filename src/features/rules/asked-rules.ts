import { z } from 'zod'
import { ruleBook, type Rule } from '#domain/rules/rule-book.ts'
import { sources } from '#domain/rules/sources.ts'
import { isSettledHere, kindNames, numbersOf, type WordsOn } from '../rule-words.ts'

/** Which rules to show, by how they stand in this service. */
export const standings = {
  live: 'In use',
  waiting: 'Waiting for screens',
  off: 'Off in this service',
  settled: 'With this service’s own numbers',
} as const

/** What was asked for; an address that asks for what there is not shows everything. */
export const askedRules = z.object({
  kind: oneOf(kindNames),
  source: oneOf(sources),
  standing: oneOf(standings),
})
export type AskedRules = z.output<typeof askedRules>

function oneOf<Key extends string>(choices: Readonly<Record<Key, unknown>>) {
  return z
    .custom<Key>(text => typeof text === 'string' && Object.hasOwn(choices, text))
    .nullable()
    .catch(null)
}

/** The rules that were asked for, in the order of the book. */
export function findRules({ kind, source, standing }: AskedRules, words: WordsOn): Rule[] {
  return ruleBook.filter(
    rule =>
      (kind === null || rule.kind === kind) &&
      (source === null || rule.citation.source === source) &&
      (standing === null || stands[standing](rule, words)),
  )
}

const stands: Readonly<Record<keyof typeof standings, (rule: Rule, words: WordsOn) => boolean>> = {
  live: (rule, words) => rule.waitsFor === undefined && isOn(rule, words),
  waiting: rule => rule.waitsFor !== undefined,
  off: (rule, words) => !isOn(rule, words),
  settled: (rule, words) =>
    numbersOf(rule).some(({ parameter }) => isSettledHere(parameter, words)),
}

function isOn({ id }: Rule, { policy, today }: WordsOn): boolean {
  return policy.isOn(id, today)
}
