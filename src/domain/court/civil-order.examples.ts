import { aCase, anEventFact, openWork } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { CaseFacts } from '../rules/case-facts.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import type { EventKind } from '../vocabulary/events.ts'
import { civilOrder } from './civil-order.ts'

/** On Thursday 2 April 2026, before Easter, we hear that the police think of an order; what was done about it the same day. */
function considered(...done: readonly EventKind[]): CaseFacts {
  const on = plainDate('2026-04-02')
  const events = [
    anEventFact({ id: 'considered', kind: 'court-order-considered', on }),
    ...done.map(kind => anEventFact({ id: kind, kind, aboutId: 'considered', on })),
  ]
  return aCase({ intervention: openWork, events })
}

export const civilOrderExamples = dutyExamples(civilOrder, [
  {
    when: 'manager and head of service were told and the police have our view',
    facts: considered('manager-discussion', 'head-of-service-told', 'police-told'),
    asOf: '2026-05-01',
    is: 'met',
  },
  {
    when: 'it is the working day after, with Easter between',
    facts: considered('manager-discussion', 'police-told'),
    asOf: '2026-04-07',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-04-07',
  },
  {
    when: 'the working day after was yesterday and the head of service does not know',
    facts: considered('manager-discussion', 'police-told'),
    asOf: '2026-04-08',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'the police have not heard our view',
    facts: considered('manager-discussion', 'head-of-service-told'),
    asOf: '2026-04-08',
    is: 'overdue',
  },
  {
    when: 'nobody thinks of such an order',
    facts: aCase({ intervention: openWork }),
    asOf: '2026-04-08',
    is: 'not-applicable',
  },
])
