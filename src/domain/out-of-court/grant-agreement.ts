import { isManagerRole, roles } from '../access/permissions.ts'
import type { Role } from '../access/permissions.ts'
import { addMonths } from '../calendar/months.ts'
import { isAfter, isBefore } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'

/** Guards in front of a decision that somebody may agree to, with who that is and what they agree to. */
export const agreeableGuards = {
  'OM-6.3-ycc-length': {
    by: 'manager',
    what: 'Conditions that run for longer than three months',
    untilQuestion: 'Until which day may the conditions run?',
  },
} as const
export type AgreeableGuard = keyof typeof agreeableGuards

/** True for the id of a guard that somebody may agree to. */
export function isAgreeable(ruleId: string): ruleId is AgreeableGuard {
  return Object.hasOwn(agreeableGuards, ruleId)
}

interface AskedAgreement {
  readonly by: { readonly id: string; readonly role: Role }
  /** Who holds the referral; null: nobody yet. */
  readonly workerId: string | null
  readonly until: PlainDate
  readonly childAgrees: boolean
  readonly today: PlainDate
}

/** Why an agreement cannot be given, with the input it is about; `null` as a field: nothing typed can change it. */
export interface AgreementRefusal {
  readonly field: 'until' | 'childAgrees' | null
  readonly message: string
}

const longest = 6

/**
 * Whether somebody may agree to longer conditions.
 *
 * @returns the reason why not, or null when they may
 * @source OM section 6.3, section 6.5
 * @interpretation Who holds the referral asks, so they cannot agree to their own request. An agreement reaches at most six months ahead:
 * beyond that it is asked again.
 */
export function whyNotAgree(asked: AskedAgreement): AgreementRefusal | null {
  const { by, until, today } = asked
  if (!isManagerRole(by.role)) {
    return { field: null, message: `A ${roles[by.role].toLowerCase()} cannot agree to this.` }
  }
  if (by.id === asked.workerId) {
    const message = 'You hold this referral, so another manager has to agree.'
    return { field: null, message }
  }
  if (!asked.childAgrees) {
    return { field: 'childAgrees', message: 'The child has to agree too. Talk with them first.' }
  }
  if (isBefore(until, today)) {
    return { field: 'until', message: 'The last day must be today or in the future.' }
  }
  if (isAfter(until, addMonths(today, longest))) {
    return { field: 'until', message: `The last day must be within ${longest} months.` }
  }
  return null
}
