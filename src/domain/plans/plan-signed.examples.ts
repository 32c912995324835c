import { aCase, anAgreement, aPlanFact, openWork } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { CaseFacts } from '../rules/case-facts.ts'
import { policyOf } from '../rules/policy.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import type { Signatory } from '../vocabulary/work.ts'
import { planSigned } from './plan-signed.ts'

/** Work with a plan of 16 March 2026, signed by these people two days later. */
function planned(signedBy: readonly Signatory[], values: Partial<CaseFacts> = {}): CaseFacts {
  const signatures = signedBy.map(signatory => ({ signatory, on: plainDate('2026-03-18') }))
  const plan = aPlanFact({ writtenOn: plainDate('2026-03-16'), signatures })
  return aCase({ intervention: openWork, plans: [plan], ...values })
}

const [signedByAll = aPlanFact()] = planned(['child', 'parent-or-carer', 'manager']).plans

const agreed = anAgreement({
  ruleId: 'OM-4.1-signed',
  subjectId: 'plan',
  untilOn: plainDate('2026-04-10'),
})

/** From 25 March 2026 on a service gives five working days instead of ten. */
const shorter = policyOf(
  {
    numbers: [
      { ruleId: 'OM-4.1-signed', parameter: 'signWithin', from: plainDate('2026-03-25'), value: 5 },
    ],
    switches: [],
    closedDays: [],
  },
  [planSigned],
)

export const planSignedExamples = dutyExamples(planSigned, [
  {
    when: 'all three have signed',
    facts: planned(['child', 'parent-or-carer', 'manager']),
    asOf: '2026-05-01',
    is: 'met',
  },
  {
    when: 'it is the tenth working day after the plan was written and a parent has not signed',
    facts: planned(['child', 'manager']),
    asOf: '2026-03-30',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-03-30',
  },
  {
    when: 'the tenth working day was yesterday and the child has not signed',
    facts: planned(['parent-or-carer', 'manager']),
    asOf: '2026-03-31',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'a manager has agreed to wait until today',
    facts: planned(['manager'], { agreements: [agreed] }),
    asOf: '2026-04-10',
    is: 'excused',
  },
  {
    when: 'the day until which a manager agreed to wait was yesterday',
    facts: planned(['manager'], { agreements: [agreed] }),
    asOf: '2026-04-11',
    is: 'overdue',
  },
  {
    when: 'what a manager agreed to is about another plan',
    facts: planned([], { agreements: [{ ...agreed, subjectId: 'earlier' }] }),
    asOf: '2026-04-10',
    is: 'overdue',
  },
  {
    when: 'an earlier plan was never signed and this one is',
    facts: planned([], { plans: [aPlanFact({ id: 'earlier' }), signedByAll] }),
    asOf: '2026-05-01',
    is: 'met',
  },
  {
    when: 'Good Friday and Easter Monday lie between',
    facts: planned([], { plans: [aPlanFact({ writtenOn: plainDate('2026-03-26') })] }),
    asOf: '2026-04-01',
    is: 'open',
    dueOn: '2026-04-13',
  },
  {
    when: 'the work is closed',
    facts: planned([], { intervention: { ...openWork, endedOn: plainDate('2026-03-19') } }),
    asOf: '2026-05-01',
    is: 'not-applicable',
  },
  {
    when: 'no plan is written yet',
    facts: aCase({ intervention: openWork }),
    asOf: '2026-03-20',
    is: 'not-applicable',
  },
  {
    when: 'the service has made the time shorter while it ran',
    facts: planned([]),
    asOf: '2026-03-26',
    is: 'overdue',
    dueOn: '2026-03-23',
    policy: shorter,
  },
  {
    when: 'the time is made shorter only tomorrow',
    facts: planned([]),
    asOf: '2026-03-24',
    is: 'open',
    dueOn: '2026-03-30',
    policy: shorter,
  },
])
