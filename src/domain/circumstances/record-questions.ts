import type { Period } from '../calendar/period.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { Policy } from '../rules/policy.ts'
import { contradictionsIn } from './contradictions.ts'
import { gapQuestions } from './gaps.ts'
import { notSaidQuestions } from './not-said.ts'
import type { AskedSpell, RecordQuestion } from './question.ts'
import { staleQuestions } from './stale.ts'

interface AboutChild {
  readonly bornOn: PlainDate
  /** Times in which the child was worked with, both days included; today is the last day of one that goes on. */
  readonly workedWith: readonly Period[]
  readonly today: PlainDate
  readonly policy: Policy
}

/**
 * What the record asks about itself, what is said in two ways first. While nobody works with the child, nothing is asked again and
 * nothing that is missing is missed.
 *
 * @param spells those that were not withdrawn, in any order
 */
export function recordQuestions(
  spells: readonly AskedSpell[],
  { bornOn, workedWith, today, policy }: AboutChild,
): RecordQuestion[] {
  const isWorkedWith = workedWith.some(({ to }) => to.equals(today))
  return [
    ...contradictionsIn(spells, today),
    ...gapQuestions(spells, { bornOn, workedWith }),
    ...(isWorkedWith ? notSaidQuestions(spells, today) : []),
    ...(isWorkedWith ? staleQuestions(spells, today, policy) : []),
  ]
}
