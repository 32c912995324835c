import { aCase, anAgreement, anAssessmentFact, openWork, someChild } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { AssessmentFact, CaseFacts } from '../rules/case-facts.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import type { OutcomeKind } from '../vocabulary/outcomes.ts'
import { assessmentInTime } from './assessment-in-time.ts'

/** Work under a referral order that was made on Monday 2 March 2026. */
function ordered(values: Partial<CaseFacts> = {}, kind: OutcomeKind = 'referral-order'): CaseFacts {
  const order = { id: 'order', kind, decidedOn: plainDate('2026-03-02'), conditionsEndOn: null }
  const intervention = { ...openWork, kind: 'court-order' } as const
  return aCase({ intervention, outcomes: [order], ...values })
}

const completed = (day: string, values: Partial<AssessmentFact> = {}) =>
  anAssessmentFact({ completedOn: plainDate(day), ...values })

const lookedAfter = { child: { ...someChild, isLookedAfter: true } }

const later = anAgreement({
  ruleId: 'OM-2.1-assessment',
  subjectId: 'order',
  untilOn: plainDate('2026-03-31'),
})

export const assessmentInTimeExamples = dutyExamples(assessmentInTime, [
  {
    when: 'it was completed after the order',
    facts: ordered({ assessments: [completed('2026-03-19')] }),
    asOf: '2026-04-20',
    is: 'met',
  },
  {
    when: 'it is being written',
    facts: ordered({ assessments: [anAssessmentFact()] }),
    asOf: '2026-03-10',
    is: 'open',
  },
  {
    when: 'it is the fifteenth working day after the order',
    facts: ordered(),
    asOf: '2026-03-23',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-03-23',
  },
  {
    when: 'the fifteenth working day was yesterday',
    facts: ordered(),
    asOf: '2026-03-24',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'the only one was completed before the order',
    facts: ordered({ assessments: [completed('2026-02-27')] }),
    asOf: '2026-03-24',
    is: 'overdue',
  },
  {
    when: 'that of a child looked after waits for a manager',
    facts: ordered({ ...lookedAfter, assessments: [completed('2026-03-19')] }),
    asOf: '2026-03-24',
    is: 'overdue',
  },
  {
    when: 'a manager has quality-assured that of a child looked after',
    facts: ordered({
      ...lookedAfter,
      assessments: [completed('2026-03-19', { countersignedOn: plainDate('2026-03-25') })],
    }),
    asOf: '2026-03-25',
    is: 'met',
  },
  {
    when: 'a manager has agreed a later day, which is today',
    facts: ordered({ agreements: [later] }),
    asOf: '2026-03-31',
    is: 'excused',
  },
  {
    when: 'the agreed day was yesterday',
    facts: ordered({ agreements: [later] }),
    asOf: '2026-04-01',
    is: 'overdue',
    dueOn: '2026-03-23',
  },
  {
    when: 'the work is under a caution',
    facts: ordered({}, 'youth-caution'),
    asOf: '2026-04-20',
    is: 'not-applicable',
  },
])
