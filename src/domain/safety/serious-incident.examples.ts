import { aCase, anEventFact } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import { seriousIncident } from './serious-incident.ts'

/** It happened on Friday 6 March 2026. */
const incident = anEventFact({
  id: 'incident',
  kind: 'serious-incident',
  on: plainDate('2026-03-06'),
})
const notified = anEventFact({
  kind: 'yjb-notification',
  aboutId: 'incident',
  on: plainDate('2026-03-09'),
})
const learned = anEventFact({
  kind: 'learning-review',
  aboutId: 'incident',
  on: plainDate('2026-04-20'),
})

export const seriousIncidentExamples = dutyExamples(seriousIncident, [
  {
    when: 'the Youth Justice Board was notified and the board has learned from it',
    facts: aCase({ events: [incident, notified, learned] }),
    asOf: '2026-05-11',
    is: 'met',
  },
  {
    when: 'it is the next working day, a Monday',
    facts: aCase({ events: [incident] }),
    asOf: '2026-03-09',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-03-09',
  },
  {
    when: 'the next working day was yesterday',
    facts: aCase({ events: [incident] }),
    asOf: '2026-03-10',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'the Youth Justice Board was notified and the learning review is to come',
    facts: aCase({ events: [incident, notified] }),
    asOf: '2026-05-11',
    is: 'open',
    dueOn: 'no day',
  },
  { when: 'there was no incident', facts: aCase(), asOf: '2026-03-10', is: 'not-applicable' },
])
