import { aCase, anAssessmentFact, openWork, someChild } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { AssessmentFact, CaseFacts } from '../rules/case-facts.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import { assessmentReview } from './assessment-review.ts'

/** Open work with assessments completed on these days; null: still being written. */
function assessed(days: readonly (string | null)[], values: Partial<CaseFacts> = {}): CaseFacts {
  const assessments: AssessmentFact[] = days.map((day, index) =>
    anAssessmentFact({
      id: `assessment ${index}`,
      completedOn: day === null ? null : plainDate(day),
    }),
  )
  return aCase({ intervention: openWork, assessments, ...values })
}

const lookedAfter = { child: { ...someChild, isLookedAfter: true } }
const ended = { intervention: { ...openWork, endedOn: plainDate('2026-08-01') } }

export const assessmentReviewExamples = dutyExamples(
  assessmentReview,
  [
    {
      when: 'the last one was completed six months ago today',
      facts: assessed(['2026-03-10']),
      asOf: '2026-09-10',
      is: 'open',
      edge: 'last-day',
      dueOn: '2026-09-10',
    },
    {
      when: 'the last one was completed six months and a day ago',
      facts: assessed(['2026-03-10']),
      asOf: '2026-09-11',
      is: 'overdue',
      edge: 'day-after',
    },
    {
      when: 'the sixth month is shorter',
      facts: assessed(['2025-08-31']),
      asOf: '2026-02-27',
      is: 'open',
      dueOn: '2026-02-28',
    },
    {
      when: 'a review was completed and another is being written',
      facts: assessed(['2026-03-10', '2026-06-10', null]),
      asOf: '2026-09-11',
      is: 'open',
      dueOn: '2026-12-10',
    },
    {
      when: 'the review of a child looked after waits for a manager',
      facts: {
        ...assessed([], lookedAfter),
        assessments: [
          anAssessmentFact({
            completedOn: plainDate('2026-03-10'),
            countersignedOn: plainDate('2026-03-12'),
          }),
          anAssessmentFact({ id: 'review', completedOn: plainDate('2026-09-08') }),
        ],
      },
      asOf: '2026-09-11',
      is: 'overdue',
      dueOn: '2026-09-10',
    },
    {
      when: 'the first one is not completed yet',
      facts: assessed([null]),
      asOf: '2027-03-01',
      is: 'not-applicable',
    },
    {
      when: 'the work has ended',
      facts: assessed(['2026-03-10'], ended),
      asOf: '2027-03-01',
      is: 'not-applicable',
    },
    {
      when: 'nothing but a referral is open',
      facts: assessed(['2026-03-10'], { intervention: null }),
      asOf: '2027-03-01',
      is: 'not-applicable',
    },
  ],
  { met: 'Once a review is completed, the next one is owed.' },
)
