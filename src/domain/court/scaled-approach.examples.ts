import { plainDate } from '../calendar/plain-date.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import { scaledApproach, type ScaledApproachFacts } from './scaled-approach.ts'

const on = plainDate('2026-03-20')

/** An assessment for an order, completed on 18 March 2026 and countersigned on 20 March. */
function assessed(values: Partial<ScaledApproachFacts> = {}): ScaledApproachFacts {
  const assessment = { completedOn: plainDate('2026-03-18'), countersignedOn: on }
  return { orderId: 'order', assessment, level: null, ...values }
}

const agreed = { decidedOn: on, suggested: 'enhanced', decided: 'enhanced', reason: null } as const
const waiting = { completedOn: plainDate('2026-03-18'), countersignedOn: null }

export const scaledApproachExamples = dutyExamples(scaledApproach, [
  {
    when: 'the manager agreed the suggested level',
    facts: assessed({ level: agreed }),
    asOf: '2026-04-20',
    is: 'met',
  },
  {
    when: 'the manager departed from it with a reason',
    facts: assessed({
      level: { ...agreed, decided: 'standard', reason: 'School fills the week.' },
    }),
    asOf: '2026-04-20',
    is: 'met',
  },
  {
    when: 'the manager departed from it and says nothing',
    facts: assessed({ level: { ...agreed, decided: 'intensive' } }),
    asOf: '2026-04-20',
    is: 'overdue',
  },
  {
    when: 'the assessment waits for the countersignature',
    facts: assessed({ assessment: waiting }),
    asOf: '2026-04-20',
    is: 'open',
    dueOn: 'no day',
  },
  {
    when: 'it is the day of the countersignature',
    facts: assessed(),
    asOf: '2026-03-20',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-03-20',
  },
  {
    when: 'the countersignature was yesterday',
    facts: assessed(),
    asOf: '2026-03-21',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'no assessment is completed',
    facts: assessed({ assessment: null }),
    asOf: '2026-04-20',
    is: 'not-applicable',
  },
])
