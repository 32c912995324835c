import { ageOfMajority, birthdayOn } from '../calendar/age.ts'
import { isBefore } from '../calendar/plain-date.ts'
import { guardAnswer, unlessAgreed } from '../rules/guard-answer.ts'
import type { GuardRule } from '../rules/rule.ts'
import type { TransferStep } from './moving-on-facts.ts'

/**
 * OM-17.1-at-18: nobody is handed to probation for turning 18. A child looked after never is; others only with a manager's agreement.
 *
 * @source OM section 17.1
 * @interpretation Being looked after ends with the 18th birthday, so whoever was looked after until then is meant too. The agreement is the
 * evidence itself. Before 18 there is no handing over to probation at all.
 */
export const transferAt18: GuardRule<TransferStep> = {
  id: 'OM-17.1-at-18',
  kind: 'guard',
  title: 'A young adult stays with us at 18; a child looked after is never handed to probation',
  why: 'Eighteen is when many helpers leave at once, most of all for those who were looked after. The one person they know stays.',
  citation: { source: 'OM', section: '17.1' },
  parameters: {},
  exception: {
    by: 'manager',
    what: 'Hand a young adult who was not looked after over to probation',
    untilQuestion: null,
    childAgrees: false,
  },
  waitsFor: 'custody',
  decide: (transfer, asOf) => {
    if (transfer.to !== 'probation') return { kind: 'not-applicable' }
    if (transfer.isOrWasLookedAfter) {
      return guardAnswer(['Keep the work: a child looked after is never handed to probation.'], [])
    }
    if (isBefore(asOf, birthdayOn(transfer.bornOn, ageOfMajority))) {
      return guardAnswer(['Keep the work: the child is not 18 yet.'], [])
    }
    const missing = ['Keep the work, or ask a manager to agree to the transfer.']
    return unlessAgreed(transferAt18, transfer, { missing, asOf })
  },
}
