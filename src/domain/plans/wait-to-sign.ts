import { isManagerRole } from '../access/permissions.ts'
import { isBefore } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { refused } from '../interventions/refused.ts'
import type { Refused } from '../interventions/refused.ts'
import { missingSignatures } from './plan-signed.ts'
import type { PersonAtWork, PlanToSign } from './sign-plan.ts'

interface WaitAsked {
  readonly plan: PlanToSign
  readonly person: PersonAtWork
  /** The last day that the agreement covers. */
  readonly untilOn: PlainDate
  readonly today: PlainDate
}

/**
 * Decides whether a manager may agree to wait with the signatures of a plan until a day, that day included.
 *
 * @source OM section 4.1
 * @interpretation Nobody agrees to an exception from their own plan, so an author who is a manager asks another.
 */
export function waitToSign({
  plan,
  person,
  untilOn,
  today,
}: WaitAsked): { readonly kind: 'agree' } | Refused {
  if (missingSignatures(plan).length === 0) {
    return refused({
      field: 'reason',
      message: 'Everybody has signed. There is nothing to wait for',
    })
  }
  if (plan.reviewedOn !== null) {
    return refused({
      field: 'reason',
      message: 'This plan was reviewed and needs no signature now',
    })
  }
  if (!isManagerRole(person.role)) {
    return refused({ field: 'reason', message: 'Only a manager may agree to wait' })
  }
  if (person.id === plan.authorId) {
    return refused({ field: 'reason', message: 'You wrote this plan. Another manager must agree' })
  }
  if (isBefore(untilOn, today)) {
    return refused({ field: 'untilOn', message: 'The last day of waiting must be today or later' })
  }
  return { kind: 'agree' }
}
