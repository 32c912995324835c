import { courtFacts } from '#test/court-facts.ts'
import { anAgreement } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import type { CourtFacts, IssFact } from './court-facts.ts'
import { issReview } from './iss-review.ts'

/** Intensive supervision that began on 30 November 2025: three months later is the last of February. */
function running(iss: Partial<IssFact> = {}, values: Partial<CourtFacts> = {}): CourtFacts {
  const startedOn = plainDate('2025-11-30')
  const one = { id: 'iss', startedOn, endedOn: null, reviewedWithManagerOn: [], ...iss }
  return courtFacts({ iss: [one], ...values })
}

const later = anAgreement({
  ruleId: 'OM-8.1-iss-review',
  subjectId: 'iss',
  untilOn: plainDate('2026-03-20'),
})

export const issReviewExamples = dutyExamples(issReview, [
  {
    when: 'it was reviewed with a manager after two months',
    facts: running({ reviewedWithManagerOn: [plainDate('2026-02-02')] }),
    asOf: '2026-03-10',
    is: 'met',
  },
  { when: 'a month has passed', facts: running(), asOf: '2025-12-30', is: 'open' },
  {
    when: 'three months have passed today',
    facts: running(),
    asOf: '2026-02-28',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-02-28',
  },
  {
    when: 'three months had passed yesterday',
    facts: running(),
    asOf: '2026-03-01',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'a manager agreed to another day, which is today',
    facts: running({}, { agreements: [later] }),
    asOf: '2026-03-20',
    is: 'excused',
  },
  {
    when: 'the day that a manager agreed to was yesterday',
    facts: running({}, { agreements: [later] }),
    asOf: '2026-03-21',
    is: 'overdue',
  },
  {
    when: 'it has ended',
    facts: running({ endedOn: plainDate('2026-02-10') }),
    asOf: '2026-03-10',
    is: 'not-applicable',
  },
])
