import { aCase, aContactFact, anEventFact } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { CaseFacts } from '../rules/case-facts.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import { makeAmends } from './make-amends.ts'

/** The child did not come on Friday 6 March 2026. */
const missed = aContactFact({
  id: 'missed',
  on: plainDate('2026-03-06'),
  attendance: 'unacceptable-absence',
  sawChild: false,
  sawParent: false,
})
const offered = anEventFact({
  kind: 'amends-offered',
  aboutId: 'missed',
  on: plainDate('2026-03-09'),
})

function absent(values: Partial<CaseFacts> = {}): CaseFacts {
  return aCase({ contacts: [missed], ...values })
}

export const makeAmendsExamples = dutyExamples(makeAmends, [
  {
    when: 'a chance to make amends was offered',
    facts: absent({ events: [offered] }),
    asOf: '2026-03-16',
    is: 'met',
  },
  {
    when: 'the child came the next time',
    facts: absent({ contacts: [missed, aContactFact({ on: plainDate('2026-03-12') })] }),
    asOf: '2026-03-16',
    is: 'met',
  },
  {
    when: 'it is the next working day, a Monday',
    facts: absent(),
    asOf: '2026-03-09',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-03-09',
  },
  {
    when: 'the next working day was yesterday',
    facts: absent(),
    asOf: '2026-03-10',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'the child came before, and not since',
    facts: absent({ contacts: [aContactFact(), missed] }),
    asOf: '2026-03-10',
    is: 'overdue',
  },
  {
    when: 'the child had a good reason',
    facts: absent({ contacts: [{ ...missed, attendance: 'acceptable-absence' }] }),
    asOf: '2026-03-10',
    is: 'not-applicable',
  },
])
