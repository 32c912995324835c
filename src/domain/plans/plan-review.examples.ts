import { aCase, aPlanFact, openWork } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { PlanFact } from '../rules/case-facts.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import { planReview } from './plan-review.ts'

/** A plan of 10 March 2026. */
const first = (reviewedOn: string | null) =>
  aPlanFact({
    writtenOn: plainDate('2026-03-10'),
    reviewedOn: reviewedOn === null ? null : plainDate(reviewedOn),
  })
const work = (...plans: readonly PlanFact[]) => aCase({ intervention: openWork, plans })

export const planReviewExamples = dutyExamples(
  planReview,
  [
    {
      when: 'half a year ends today and nobody has looked back',
      facts: work(first(null)),
      asOf: '2026-09-10',
      is: 'open',
      edge: 'last-day',
      dueOn: '2026-09-10',
    },
    {
      when: 'half a year ended yesterday',
      facts: work(first(null)),
      asOf: '2026-09-11',
      is: 'overdue',
      edge: 'day-after',
    },
    {
      when: 'child and worker looked back and the new plan is not written',
      facts: work(first('2026-09-01')),
      asOf: '2026-09-11',
      is: 'overdue',
    },
    {
      when: 'the work is closed',
      facts: aCase({
        intervention: { ...openWork, endedOn: plainDate('2026-08-01') },
        plans: [first(null)],
      }),
      asOf: '2026-09-11',
      is: 'not-applicable',
    },
    { when: 'there is no plan yet', facts: work(), asOf: '2026-09-11', is: 'not-applicable' },
    {
      when: 'the last month is shorter',
      facts: work(aPlanFact({ writtenOn: plainDate('2026-08-31') })),
      asOf: '2027-02-28',
      is: 'open',
      dueOn: '2027-02-28',
    },
  ],
  {
    met: 'The plan that meets it is owed its own review from that day: plan-review.test.ts has both.',
  },
)
