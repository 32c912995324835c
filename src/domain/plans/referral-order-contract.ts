import { isAfter, type PlainDate } from '../calendar/plain-date.ts'
import type { GuardRule } from '../rules/rule.ts'

/** A referral order whose contract is about to be recorded, as the court screens will have it. */
export interface ContractFacts {
  readonly orderKind: 'referral-order' | 'other'
  readonly contractSignedOn: PlainDate
  /** True where plan and contract are one document, signed at the panel. */
  readonly isAlsoPlan: boolean
  /** When the plan of the work under the order was written; null: there is none. */
  readonly planWrittenOn: PlainDate | null
}

/**
 * OM-4.6-contract: a referral order has a plan besides the panel's contract, or one document that is both.
 *
 * @source OM section 4.6
 * @interpretation The step that it stands in front of is the record of the signed contract: by then the plan is written, on the day at the
 * latest.
 */
export const contractGuard: GuardRule<ContractFacts> = {
  id: 'OM-4.6-contract',
  kind: 'guard',
  title: 'The contract of a referral order does not replace the plan',
  why: 'A contract says what the child has to do. The plan says what we do for the child, and what they want themselves.',
  citation: { source: 'OM', section: '4.6' },
  parameters: {},
  waitsFor: 'court',
  decide: ({ orderKind, contractSignedOn, isAlsoPlan, planWrittenOn }) => {
    if (orderKind !== 'referral-order') return { kind: 'not-applicable' }
    if (isAlsoPlan) {
      const text = 'Plan and contract are one document, signed at the panel'
      return { kind: 'allowed', because: [{ text, on: contractSignedOn }] }
    }
    if (planWrittenOn !== null && !isAfter(planWrittenOn, contractSignedOn)) {
      return { kind: 'allowed', because: [{ text: 'The plan was written', on: planWrittenOn }] }
    }
    const missing =
      'Write the plan with the child too, or make plan and contract one document that is signed at the panel.'
    return { kind: 'blocked', missing: [missing], mayAgree: null }
  },
}
