import { monthsOfAgeOn } from '../calendar/age.ts'
import { isBefore, plainDate } from '../calendar/plain-date.ts'
import { limitInWords } from '../rules/deadline.ts'
import { dutyStanding } from '../rules/duty-standing.ts'
import type { Parameter } from '../rules/parameter.ts'
import { numberOn } from '../rules/policy.ts'
import type { DutyRule } from '../rules/rule.ts'
import type { MovingOnFacts } from './moving-on-facts.ts'

const from = plainDate('2023-04-01')

const decideFrom: Parameter = {
  name: 'Age from which it is decided who holds the work after 18',
  unit: 'months of age',
  values: [{ from, value: 17 * 12 + 6 }],
  least: 16 * 12,
  most: 17 * 12 + 9,
}

const decideBy: Parameter = {
  name: 'Age by which it is decided who holds the work after 18',
  unit: 'months of age',
  values: [{ from, value: 17 * 12 + 9 }],
  least: 16 * 12,
  most: 18 * 12,
}

/**
 * LP-17-and-a-half: manager and seconded probation officer decide together who holds the work of a child on a court order after 18.
 *
 * @source LP "transitions" (17 years and 6 months; the day by which is ours)
 * @interpretation Every order that runs is meant, also one that ends before 18: then that is what is decided. The numbers that hold on the
 * day asked count, for an age is no time limit that runs from an event.
 */
export const seventeenAndAHalf: DutyRule<MovingOnFacts> = {
  id: 'LP-17-and-a-half',
  kind: 'duty',
  owedBy: 'manager',
  title: 'Decide with the probation officer who holds the work after 18',
  why: 'A young person should hear months ahead who will be there after the birthday, and have a say in it.',
  citation: { source: 'LP', section: 'transitions' },
  parameters: { decideFrom, decideBy },
  waitsFor: 'custody',
  decide: ({ caseId, bornOn, order, decision }, asOf, policy) => {
    const reachedOn = monthsOfAgeOn(bornOn, numberOn(policy, decideFrom, asOf))
    if (order === null || order.endedOn !== null || isBefore(asOf, reachedOn)) return []
    const by = numberOn(policy, decideBy, asOf)
    const reached = { text: 'The child reached the age', on: reachedOn }
    const missing = [
      ...(decision?.managerId == null ? ['a manager decided'] : []),
      ...(decision?.probationOfficerId == null ? ['the probation officer decided'] : []),
    ]
    const because =
      decision === null ? [reached] : [reached, { text: 'A decision was written', on: decision.on }]
    const dueWords = `at ${limitInWords(decideBy.unit, by)}`
    const dueOn = monthsOfAgeOn(bornOn, by)
    return [dutyStanding({ subjectId: caseId, dueOn, dueWords, because, missing }, asOf)]
  },
}
