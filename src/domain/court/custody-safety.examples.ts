import { plainDate } from '../calendar/plain-date.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import { custodySafety, type CustodyHearingFacts } from './custody-safety.ts'

/** A sentencing hearing on 20 March 2026 at which custody is possible. */
function hearing(values: Partial<CustodyHearingFacts> = {}): CustodyHearingFacts {
  return {
    hearingId: 'hearing',
    heldOn: plainDate('2026-03-20'),
    custodyPossible: true,
    remandSought: false,
    safetyWrittenOn: null,
    ...values,
  }
}

export const custodySafetyExamples = dutyExamples(custodySafety, [
  {
    when: 'it was written and sent before the hearing',
    facts: hearing({ safetyWrittenOn: plainDate('2026-03-18') }),
    asOf: '2026-03-21',
    is: 'met',
  },
  { when: 'custody is possible', facts: hearing(), asOf: '2026-03-16', is: 'open' },
  {
    when: 'only remand is sought',
    facts: hearing({ custodyPossible: false, remandSought: true }),
    asOf: '2026-03-16',
    is: 'open',
  },
  {
    when: 'the hearing is today',
    facts: hearing(),
    asOf: '2026-03-20',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-03-20',
  },
  {
    when: 'the hearing was yesterday',
    facts: hearing(),
    asOf: '2026-03-21',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'the court cannot send the child to custody',
    facts: hearing({ custodyPossible: false }),
    asOf: '2026-03-16',
    is: 'not-applicable',
  },
])
