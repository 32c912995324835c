import { plainDate } from '../calendar/plain-date.ts'
import { policyOf } from '../rules/policy.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import type { MovingOnFacts } from './moving-on-facts.ts'
import { seventeenAndAHalf } from './seventeen-and-a-half.ts'
import { transitionPortal } from './transition-portal.ts'

/** A child on a court order since 6 January 2025. */
function onOrder(bornOn: string, values: Partial<MovingOnFacts> = {}): MovingOnFacts {
  return {
    caseId: 'case',
    bornOn: plainDate(bornOn),
    order: { startedOn: plainDate('2025-01-06'), endedOn: null },
    decision: null,
    papers: [],
    ...values,
  }
}

const both = {
  on: plainDate('2026-02-10'),
  managerId: 'manager',
  probationOfficerId: 'probation officer',
}
const ended = { startedOn: plainDate('2025-06-02'), endedOn: plainDate('2026-01-05') }

/** A service that decides at 17 already. */
const sooner = policyOf(
  {
    numbers: [
      {
        ruleId: 'LP-17-and-a-half',
        parameter: 'decideFrom',
        from: plainDate('2025-01-01'),
        value: 17 * 12,
      },
    ],
    switches: [],
    closedDays: [],
  },
  [seventeenAndAHalf],
)

export const seventeenAndAHalfExamples = dutyExamples(seventeenAndAHalf, [
  {
    when: 'manager and probation officer decided together',
    facts: onOrder('2008-07-15', { decision: both }),
    asOf: '2026-05-01',
    is: 'met',
  },
  {
    when: 'the child is 17 and a half today',
    facts: onOrder('2008-07-15'),
    asOf: '2026-01-15',
    is: 'open',
    dueOn: '2026-04-15',
  },
  {
    when: 'the child is 17 and a half tomorrow',
    facts: onOrder('2008-07-15'),
    asOf: '2026-01-14',
    is: 'not-applicable',
  },
  {
    when: 'the child is 17 years and 9 months today',
    facts: onOrder('2008-07-15'),
    asOf: '2026-04-15',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-04-15',
  },
  {
    when: 'the child was 17 years and 9 months yesterday',
    facts: onOrder('2008-07-15'),
    asOf: '2026-04-16',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'only the manager decided',
    facts: onOrder('2008-07-15', { decision: { ...both, probationOfficerId: null } }),
    asOf: '2026-04-16',
    is: 'overdue',
  },
  {
    when: 'the child was born on 29 August and it is the last of February',
    facts: onOrder('2008-08-29'),
    asOf: '2026-02-28',
    is: 'not-applicable',
  },
  {
    when: 'the child was born on 29 August, so the 29 February that is missing is 1 March',
    facts: onOrder('2008-08-29'),
    asOf: '2026-03-01',
    is: 'open',
    dueOn: '2026-05-29',
  },
  {
    when: 'the service decides at 17, and the child was born on 29 February: it is the day before',
    facts: onOrder('2008-02-29'),
    asOf: '2025-02-28',
    is: 'not-applicable',
    policy: sooner,
  },
  {
    when: 'the service decides at 17, which a child born on 29 February is on 1 March',
    facts: onOrder('2008-02-29'),
    asOf: '2025-03-01',
    is: 'open',
    dueOn: '2025-11-29',
    policy: sooner,
  },
  {
    when: 'the order has ended',
    facts: onOrder('2008-07-15', { order: ended }),
    asOf: '2026-04-16',
    is: 'not-applicable',
  },
  {
    when: 'the child is on no court order',
    facts: onOrder('2008-07-15', { order: null }),
    asOf: '2026-04-16',
    is: 'not-applicable',
  },
])

const placedOn = plainDate('2026-03-03')
const assessment = { kind: 'assessment', id: 'review', placedOn } as const
const plan = { kind: 'plan', id: 'plan', placedOn } as const
const report = { kind: 'report', id: 'report', placedOn } as const
const notPlaced = { ...report, placedOn: null }

/** Born on 29 February 2008: 18 on Sunday 1 March 2026. */
const turned18 = '2008-02-29'

export const transitionPortalExamples = dutyExamples(transitionPortal, [
  {
    when: 'assessment, plan and court report are on the portal',
    facts: onOrder(turned18, { papers: [assessment, plan, report] }),
    asOf: '2026-03-20',
    is: 'met',
  },
  {
    when: 'there is no court report and the others are on the portal',
    facts: onOrder(turned18, { papers: [assessment, plan] }),
    asOf: '2026-03-20',
    is: 'met',
  },
  {
    when: 'it is the day before 1 March, on which a child born on 29 February turns 18',
    facts: onOrder(turned18, { papers: [notPlaced] }),
    asOf: '2026-02-28',
    is: 'not-applicable',
  },
  {
    when: 'the child turned 18 today',
    facts: onOrder(turned18, { papers: [notPlaced] }),
    asOf: '2026-03-01',
    is: 'open',
  },
  {
    when: 'it is the fifth working day after the birthday',
    facts: onOrder(turned18, { papers: [assessment, plan, notPlaced] }),
    asOf: '2026-03-06',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-03-06',
  },
  {
    when: 'the fifth working day was yesterday and the court report is missing',
    facts: onOrder(turned18, { papers: [assessment, plan, notPlaced] }),
    asOf: '2026-03-07',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'the order ended before the birthday',
    facts: onOrder(turned18, { papers: [notPlaced], order: ended }),
    asOf: '2026-03-20',
    is: 'not-applicable',
  },
  {
    when: 'the order was made after the birthday',
    facts: onOrder(turned18, {
      papers: [notPlaced],
      order: { startedOn: plainDate('2026-03-10'), endedOn: null },
    }),
    asOf: '2026-03-20',
    is: 'not-applicable',
  },
])
