import { anAgreement, anEventFact } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { EventGuardFacts } from '../events/event-draft.ts'
import type { EventFact } from '../rules/case-facts.ts'
import { guardExamples } from '../rules/testing/worked-examples.ts'
import { mappaCategory3 } from './mappa-category-3.ts'

const asOf = '2026-03-16'

/** A category 3 referral on 16 March 2026, of which nothing is recorded before. */
function referral(values: Partial<EventGuardFacts> = {}): EventGuardFacts {
  const draft = {
    kind: 'mappa-referral',
    topic: 'category-3',
    aboutId: null,
    on: plainDate('2026-03-16'),
    reviewOn: null,
  } as const
  return { draft, events: [], agreements: [], ...values }
}

function meeting(values: Partial<EventFact> = {}): EventFact {
  return anEventFact({ id: 'meeting', kind: 'risk-strategy-meeting', topic: 'held', ...values })
}

const agreed = anAgreement({
  ruleId: 'OM-5.5-mappa-3',
  subjectId: 'meeting',
  grantedOn: plainDate('2026-03-09'),
})

export const mappaCategory3Examples = guardExamples(
  mappaCategory3,
  [
    {
      when: 'a meeting was held and the head of service agreed',
      facts: referral({ events: [meeting()], agreements: [agreed] }),
      asOf,
      is: 'agreed',
      says: 'A risk strategy meeting was held',
    },
    {
      when: 'a later meeting was held and the head of service agreed to the earlier one',
      facts: referral({ events: [meeting(), meeting({ id: 'later' })], agreements: [agreed] }),
      asOf,
      is: 'agreed',
    },
    {
      when: 'the head of service has not agreed',
      facts: referral({ events: [meeting()] }),
      asOf,
      is: 'blocked',
      says: 'Ask the head of service',
    },
    {
      when: 'the head of service agreed only the day after',
      facts: referral({
        events: [meeting()],
        agreements: [{ ...agreed, grantedOn: plainDate('2026-03-17') }],
      }),
      asOf,
      is: 'blocked',
      says: 'Ask the head of service',
    },
    {
      when: 'nobody has met',
      facts: referral({ agreements: [agreed] }),
      asOf,
      is: 'blocked',
      says: 'Hold a risk strategy meeting first',
    },
    {
      when: 'another forum covers the risk',
      facts: referral({ events: [meeting({ topic: 'other-forum' })], agreements: [agreed] }),
      asOf,
      is: 'blocked',
      says: 'Hold a risk strategy meeting first',
    },
    {
      when: 'something else is recorded',
      facts: referral({ draft: { ...referral().draft, kind: 'genogram', topic: 'drawn' } }),
      asOf,
      is: 'not-applicable',
    },
  ],
  { allowed: 'Never without the agreement of the head of service.' },
)
