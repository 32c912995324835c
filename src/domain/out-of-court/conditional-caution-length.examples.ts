import { decidedDay, readyToDecide } from '#test/decision-facts.ts'
import { aCase, anAgreement, aReferralFact } from '#test/facts.ts'
import { addDays, plainDate } from '../calendar/plain-date.ts'
import type { CaseFacts } from '../rules/case-facts.ts'
import { dutyExamples, guardExamples } from '../rules/testing/worked-examples.ts'
import {
  conditionalCautionLength,
  conditionalCautionLengthGuard,
} from './conditional-caution-length.ts'
import type { DecisionFacts, GrantedAgreement } from './decision-facts.ts'

const ruleId = 'OM-6.3-ycc-length'
const asOf = '2026-03-02'
const pastLimit = '2026-06-03'

/** A conditional caution of 2 March 2026 whose conditions end on a day. */
function caution(endsOn: string | null, change: Partial<DecisionFacts> = {}): DecisionFacts {
  const conditionsEndOn = endsOn === null ? null : plainDate(endsOn)
  return { ...readyToDecide, decision: 'youth-conditional-caution', conditionsEndOn, ...change }
}

const agreed: GrantedAgreement = {
  ...anAgreement({ ruleId, subjectId: 'referral', grantedOn: decidedDay }),
  untilOn: plainDate('2026-07-31'),
  grantedById: 'manager',
}
const longer = (change: Partial<GrantedAgreement>) =>
  caution(pastLimit, { agreements: [{ ...agreed, ...change }] })

export const cautionLengthGuardExamples = guardExamples(conditionalCautionLengthGuard, [
  {
    when: 'they end on the last day of three months',
    facts: caution('2026-06-02'),
    asOf,
    is: 'allowed',
  },
  { when: 'they end on the day of the decision', facts: caution(asOf), asOf, is: 'allowed' },
  {
    when: 'they end a day after three months',
    facts: caution(pastLimit),
    asOf,
    is: 'blocked',
    says: 'by 2 June 2026, or ask a manager',
  },
  {
    when: 'the month in which they end is shorter',
    facts: caution('2026-03-01', { decidedOn: plainDate('2025-11-30') }),
    asOf: '2025-11-30',
    is: 'blocked',
    says: 'by 28 February 2026',
  },
  {
    when: 'they end before the decision',
    facts: caution('2026-03-01'),
    asOf,
    is: 'blocked',
    says: 'on or after the day',
  },
  { when: 'nobody said when', facts: caution(null), asOf, is: 'blocked', says: 'Say on which day' },
  { when: 'a manager agreed in time', facts: longer({}), asOf, is: 'agreed', says: 'Alex' },
  { when: 'a manager agreed with no end', facts: longer({ untilOn: null }), asOf, is: 'agreed' },
  {
    when: 'a manager agreed until that very day',
    facts: longer({ untilOn: plainDate(pastLimit) }),
    asOf,
    is: 'agreed',
  },
  {
    when: 'a manager agreed until the day before',
    facts: longer({ untilOn: plainDate('2026-06-02') }),
    asOf,
    is: 'blocked',
    says: 'agreed until 2 June 2026',
  },
  {
    when: 'it was agreed about another referral',
    facts: longer({ subjectId: 'other' }),
    asOf,
    is: 'blocked',
    says: 'ask a manager',
  },
  {
    when: 'it was agreed under another rule',
    facts: longer({ ruleId: 'OM-6.5-longer' }),
    asOf,
    is: 'blocked',
    says: 'ask a manager',
  },
  {
    when: 'it was agreed on the day after',
    facts: longer({ grantedOn: addDays(decidedDay, 1) }),
    asOf,
    is: 'blocked',
    says: 'ask a manager',
  },
  {
    when: 'whoever decides for the service agreed to it',
    facts: longer({ grantedById: 'worker' }),
    asOf,
    is: 'blocked',
    says: 'cannot also decide',
  },
  { when: 'it is another decision', facts: readyToDecide, asOf, is: 'not-applicable' },
])

const work = {
  id: 'work',
  kind: 'conditional-caution',
  startedOn: decidedDay,
  endedOn: null,
} as const

/** Work under a conditional caution of 2 March 2026. */
function underCaution(change: Partial<CaseFacts> = {}): CaseFacts {
  return aCase({
    caseId: 'referral',
    referral: aReferralFact({ panelOn: decidedDay, closedOn: decidedDay }),
    intervention: work,
    outcomes: [
      {
        id: 'outcome',
        kind: 'youth-conditional-caution',
        decidedOn: decidedDay,
        conditionsEndOn: plainDate('2026-07-01'),
      },
    ],
    ...change,
  })
}

const agreedTo = (subjectId: string, rule = ruleId) =>
  underCaution({
    agreements: [anAgreement({ ruleId: rule, subjectId, untilOn: plainDate('2026-07-01') })],
  })

export const cautionLengthExamples = dutyExamples(conditionalCautionLength, [
  {
    when: 'three months end today',
    facts: underCaution(),
    asOf: '2026-06-02',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-06-02',
  },
  {
    when: 'three months ended yesterday',
    facts: underCaution(),
    asOf: '2026-06-03',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'the work has ended',
    facts: underCaution({ intervention: { ...work, endedOn: plainDate('2026-05-30') } }),
    asOf: '2026-06-03',
    is: 'met',
  },
  {
    when: 'longer conditions were agreed to before the caution, until today',
    facts: agreedTo('referral'),
    asOf: '2026-07-01',
    is: 'excused',
  },
  {
    when: 'longer conditions were agreed to since, until yesterday',
    facts: agreedTo('outcome'),
    asOf: '2026-07-02',
    is: 'overdue',
  },
  {
    when: 'it was agreed that the work goes on, freely, until today',
    facts: agreedTo('work', 'OM-6.5-longer'),
    asOf: '2026-07-01',
    is: 'excused',
  },
  {
    when: 'it is a youth caution',
    facts: underCaution({
      outcomes: [
        { id: 'outcome', kind: 'youth-caution', decidedOn: decidedDay, conditionsEndOn: null },
      ],
    }),
    asOf: '2026-06-03',
    is: 'not-applicable',
  },
])
