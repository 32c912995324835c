import { aCase, anEventFact } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import { modernSlavery } from './modern-slavery.ts'

/** Signs were seen on Monday 2 March 2026. */
const signs = anEventFact({
  id: 'signs',
  kind: 'modern-slavery-signs',
  on: plainDate('2026-03-02'),
})
const referred = anEventFact({
  kind: 'nrm-decision',
  topic: 'referred',
  aboutId: 'signs',
  on: plainDate('2026-03-04'),
})

export const modernSlaveryExamples = dutyExamples(modernSlavery, [
  {
    when: 'the child was referred',
    facts: aCase({ events: [signs, referred] }),
    asOf: '2026-03-09',
    is: 'met',
  },
  {
    when: 'it was decided not to refer, and why is written down',
    facts: aCase({ events: [signs, { ...referred, topic: 'not-referred' }] }),
    asOf: '2026-03-09',
    is: 'met',
  },
  {
    when: 'it is the second working day',
    facts: aCase({ events: [signs] }),
    asOf: '2026-03-04',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-03-04',
  },
  {
    when: 'the second working day was yesterday',
    facts: aCase({ events: [signs] }),
    asOf: '2026-03-05',
    is: 'overdue',
    edge: 'day-after',
  },
  { when: 'nobody saw signs', facts: aCase(), asOf: '2026-03-05', is: 'not-applicable' },
])
