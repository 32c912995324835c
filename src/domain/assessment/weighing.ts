import { formatDate } from '../calendar/format-date.ts'
import { parsePlainDate } from '../calendar/plain-date.ts'
import type { JudgementKind } from '../vocabulary/work.ts'
import { isAnswered, rowsAnswer, type AnswerRow, type Answers } from './answers.ts'
import type { FactsToWeigh, FoundFact } from './facts-to-weigh.ts'

interface Weighing {
  readonly kind: JudgementKind
  /** The question under which the writer says how it was weighed. */
  readonly weighedKey: string
  /** Where what was shown to the writer is kept, so that it can be read later what was weighed. */
  readonly shownKey: string
}

const weighings: readonly Weighing[] = [
  {
    kind: 'likelihood-of-reoffending',
    weighedKey: 'likelihoodWeighed',
    shownKey: 'likelihoodWeighedShown',
  },
  { kind: 'risk-of-serious-harm', weighedKey: 'harmWeighed', shownKey: 'harmWeighedShown' },
  { kind: 'safety-and-wellbeing', weighedKey: 'safetyWeighed', shownKey: 'safetyWeighedShown' },
]

/** The facts that a question asks the writer to weigh; null for every other question. */
export function factsAskedIn(key: string, facts: FactsToWeigh): readonly FoundFact[] | null {
  const weighing = weighings.find(({ weighedKey }) => weighedKey === key)
  return weighing === undefined ? null : facts[weighing.kind]
}

/** True where a question is on the page: one that asks to weigh facts only where there are any, or where it was answered before. */
export function isAskedToWeigh(key: string, facts: FactsToWeigh, answers: Answers): boolean {
  const asked = factsAskedIn(key, facts)
  return asked === null || asked.length > 0 || isAnswered(answers, key)
}

/**
 * Answers with what was shown beside each judgement that was weighed now.
 *
 * @param keys the questions that were on the page; what was shown beside others stays as it was
 */
export function withShownFacts(
  answers: Answers,
  keys: readonly string[],
  facts: FactsToWeigh,
): Answers {
  const shown = weighings
    .filter(({ weighedKey }) => keys.includes(weighedKey) && isAnswered(answers, weighedKey))
    .map(({ kind, shownKey }): [string, AnswerRow[]] => [shownKey, facts[kind].map(toRow)])
  return { ...answers, ...Object.fromEntries(shown) }
}

function toRow({ id, words, on }: FoundFact): AnswerRow {
  return { fact: id, words, on: on.toString() }
}

/** What was shown when a question was answered, in words, as it was kept. */
export function shownFacts(key: string, answers: Answers): string[] {
  const weighing = weighings.find(({ weighedKey }) => weighedKey === key)
  if (weighing === undefined) return []
  return rowsAnswer(answers, weighing.shownKey).map(({ words = '', on = '' }) => {
    const day = parsePlainDate(on)
    return day === undefined ? words : `${words}, ${formatDate(day)}`
  })
}

/** Why a judgement cannot stand yet: facts that nobody weighed, or that came after it was written. Null where all are weighed. */
export function whyNotWeighed(key: string, answers: Answers, facts: FactsToWeigh): string | null {
  const weighing = weighings.find(({ weighedKey }) => weighedKey === key)
  if (weighing === undefined) return null
  const asked = facts[weighing.kind]
  if (asked.length === 0) return null
  if (!isAnswered(answers, key)) return 'Say how you weighed what the record shows'
  const shown = rowsAnswer(answers, weighing.shownKey)
  const isNew = asked.some(
    ({ id, on }) => !shown.some(row => row['fact'] === id && row['on'] === on.toString()),
  )
  return isNew ? 'The record shows more since you weighed it: say how you weigh it now' : null
}
