import { isManagerRole } from '../access/permissions.ts'
import type { Role } from '../access/permissions.ts'
import { formatDate } from '../calendar/format-date.ts'
import { isAfter, isBefore } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { refused } from '../interventions/refused.ts'
import type { Refused } from '../interventions/refused.ts'
import { signatories } from '../vocabulary/work.ts'
import type { Signatory } from '../vocabulary/work.ts'
import { missingSignatures } from './plan-signed.ts'

/** Who is at the screen. */
export interface PersonAtWork {
  readonly id: string
  readonly role: Role
  readonly name: string
}

export interface PlanToSign {
  readonly authorId: string
  readonly writtenOn: PlainDate
  readonly reviewedOn: PlainDate | null
  readonly signatures: readonly { readonly signatory: Signatory; readonly on: PlainDate }[]
}

export interface SigningAsked {
  readonly plan: PlanToSign
  readonly signatory: Signatory
  /** As typed; a manager signs with their own name. */
  readonly name: string | null
  readonly signedOn: PlainDate
  readonly today: PlainDate
  readonly person: PersonAtWork
}

export type Signing = { readonly kind: 'sign'; readonly name: string } | Refused

/**
 * Decides whether a plan may be signed.
 *
 * The manager's signature is given by a manager in person, never by the author of the plan: it says that somebody else has read it.
 *
 * @returns the name to write under the plan, or why not
 * @source OM section 4.1
 */
export function signPlan(asked: SigningAsked): Signing {
  const { plan, signatory } = asked
  if (!missingSignatures(plan).includes(signatory)) {
    return refused({ field: 'signatory', message: `${signatories[signatory]}: signed already` })
  }
  if (plan.reviewedOn !== null) {
    const message = 'This plan was reviewed. Ask for signatures on the next one'
    return refused({ field: 'signatory', message })
  }
  if (isAfter(asked.signedOn, asked.today)) {
    return refused({ field: 'signedOn', message: 'The day must be today or in the past' })
  }
  if (isBefore(asked.signedOn, plan.writtenOn)) {
    const message = `The plan was written on ${formatDate(plan.writtenOn)}. It was signed then or later`
    return refused({ field: 'signedOn', message })
  }
  return signatory === 'manager' ? managerSigns(asked) : familySigns(asked)
}

/** Why a plan waits for no signature, so that nobody agrees to wait for one; null: it waits. */
export function nothingToSign(plan: Pick<PlanToSign, 'reviewedOn' | 'signatures'>): string | null {
  if (missingSignatures(plan).length === 0) {
    return 'Everybody has signed. There is nothing to wait for.'
  }
  return plan.reviewedOn === null ? null : 'This plan was reviewed and needs no signature now.'
}

/** The people whose signature this person may record now. */
export function maySignFor(plan: PlanToSign, person: PersonAtWork): Signatory[] {
  if (plan.reviewedOn !== null) return []
  const isOtherManager = isManagerRole(person.role) && person.id !== plan.authorId
  return missingSignatures(plan).filter(who => who !== 'manager' || isOtherManager)
}

function managerSigns({ person, plan }: SigningAsked): Signing {
  if (!isManagerRole(person.role)) {
    const message = 'Ask a manager to sign: they do it themselves, signed in with their own name'
    return refused({ field: 'signatory', message })
  }
  if (person.id === plan.authorId) {
    const message = 'You wrote this plan. Ask another manager to read and sign it'
    return refused({ field: 'signatory', message })
  }
  return { kind: 'sign', name: person.name }
}

function familySigns({ name }: SigningAsked): Signing {
  if (name === null) {
    return refused({ field: 'signedName', message: 'Enter the name as it was signed' })
  }
  return { kind: 'sign', name }
}
