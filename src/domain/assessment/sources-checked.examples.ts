import { aCase, anAssessmentFact, aReferralFact, someChild } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { checkKindList } from '../referrals/checks.ts'
import type { CaseFacts, CheckFact } from '../rules/case-facts.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import type { CheckKind } from '../vocabulary/work.ts'
import { sourcesChecked } from './sources-checked.ts'

const asOf = '2026-03-10'

/** Every source has answered, but for those that are named. */
function answered(...without: readonly CheckKind[]): CheckFact[] {
  return checkKindList
    .filter(kind => !without.includes(kind))
    .map(kind => ({ kind, result: 'done', on: plainDate('2026-03-04') }))
}

/** An assessment that is being written for the panel of 17 March 2026; a victim is known. */
function writing(checks: readonly CheckFact[], values: Partial<CaseFacts> = {}): CaseFacts {
  const referral = aReferralFact({ panelOn: plainDate('2026-03-17'), victimKnown: true })
  return aCase({ referral, assessments: [anAssessmentFact()], checks, ...values })
}

const lookedAfter = { child: { ...someChild, isLookedAfter: true } }
const school = { kind: 'education', on: plainDate('2026-03-09') } as const

export const sourcesCheckedExamples = dutyExamples(sourcesChecked, [
  {
    when: 'every source has answered; the placement plan is not asked for',
    facts: writing(answered('placement-plan')),
    asOf,
    is: 'met',
  },
  {
    when: 'school did not answer after chasing',
    facts: writing([
      ...answered('placement-plan', 'education'),
      { ...school, result: 'no-answer' },
    ]),
    asOf,
    is: 'met',
  },
  {
    when: 'it does not apply to school, with a reason',
    facts: writing([
      ...answered('placement-plan', 'education'),
      { ...school, result: 'not-applicable' },
    ]),
    asOf,
    is: 'met',
  },
  {
    when: 'no victim is known, so there are no views to ask for',
    facts: writing(answered('placement-plan', 'victim-views'), {
      referral: aReferralFact({ victimKnown: false }),
    }),
    asOf,
    is: 'met',
  },
  {
    when: 'nobody has asked probation',
    facts: writing(answered('placement-plan', 'probation')),
    asOf,
    is: 'open',
  },
  {
    when: 'nobody has read the placement plan of a child looked after',
    facts: writing(answered('placement-plan'), lookedAfter),
    asOf,
    is: 'open',
  },
  {
    when: 'the panel is today',
    facts: writing([]),
    asOf: '2026-03-17',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-03-17',
  },
  {
    when: 'the panel was yesterday',
    facts: writing([]),
    asOf: '2026-03-18',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'the assessment was completed before all were asked',
    facts: writing(answered('specialists'), {
      assessments: [anAssessmentFact({ completedOn: plainDate('2026-03-10') })],
    }),
    asOf,
    is: 'overdue',
    dueOn: '2026-03-10',
  },
  {
    when: 'no assessment has been started',
    facts: writing([], { assessments: [] }),
    asOf,
    is: 'not-applicable',
  },
  {
    when: 'the work came without a referral',
    facts: writing([], { referral: null }),
    asOf,
    is: 'not-applicable',
  },
])
