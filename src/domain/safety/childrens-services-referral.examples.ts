import { aCase, anEventFact } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { CaseFacts, EventFact } from '../rules/case-facts.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import { childrensServicesReferral } from './childrens-services-referral.ts'

/** Referred on Friday 6 March 2026, about a concern; with what else is recorded. */
function referred(...events: readonly EventFact[]): CaseFacts {
  const referral = anEventFact({
    id: 'referral',
    kind: 'childrens-services-referral',
    aboutId: 'concern',
    on: plainDate('2026-03-06'),
  })
  return aCase({ events: [referral, ...events] })
}

const talk = anEventFact({
  kind: 'manager-discussion',
  aboutId: 'referral',
  on: plainDate('2026-03-06'),
})
const answer = anEventFact({
  kind: 'childrens-services-answer',
  topic: 'accepted',
  aboutId: 'referral',
  on: plainDate('2026-03-09'),
})

export const childrensServicesReferralExamples = dutyExamples(childrensServicesReferral, [
  {
    when: 'a manager agreed and they answered',
    facts: referred(talk, answer),
    asOf: '2026-03-10',
    is: 'met',
  },
  {
    when: 'the manager talked about the concern that led to it',
    facts: referred({ ...talk, aboutId: 'concern', on: plainDate('2026-03-05') }, answer),
    asOf: '2026-03-10',
    is: 'met',
  },
  {
    when: 'it is the day after, a Saturday, and nobody has answered',
    facts: referred(talk),
    asOf: '2026-03-07',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-03-07',
  },
  {
    when: 'more than 24 hours have gone and nobody has answered',
    facts: referred(talk),
    asOf: '2026-03-08',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'they answered and no manager knows of the referral',
    facts: referred(answer),
    asOf: '2026-03-10',
    is: 'overdue',
  },
  { when: 'nothing was referred', facts: aCase(), asOf: '2026-03-10', is: 'not-applicable' },
])
