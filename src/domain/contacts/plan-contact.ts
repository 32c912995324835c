import { formatDate } from '../calendar/format-date.ts'
import { isAfter, isBefore } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { longerWorkGuard, type LongerWorkFacts } from '../out-of-court/longer-work.ts'
import { askGuard } from '../rules/ask-guard.ts'
import type { Policy } from '../rules/policy.ts'
import { refused } from '../interventions/refused.ts'
import type { Refused } from '../interventions/refused.ts'
import type { Attendance } from '../vocabulary/work.ts'

/** What a contact belongs to: work with a child, or a referral still in hand. */
export interface WorkOfContact {
  readonly startedOn: PlainDate
  readonly endedOn: PlainDate | null
}

interface ContactAsked {
  readonly on: PlainDate
  readonly today: PlainDate
  readonly work: WorkOfContact
}

/** What the guard in front of a planned contact reads, but for its day. */
export type AroundContact = Omit<LongerWorkFacts, 'on'>

interface PlanningAsked extends ContactAsked {
  /** Null: the contact belongs to a referral, where no outcome has ended. */
  readonly around: AroundContact | null
  readonly policy: Policy
}

/** `stopped`: a rule says no, and says who may agree. */
export type Planning =
  | { readonly kind: 'plan' }
  | { readonly kind: 'stopped'; readonly ruleId: string; readonly missing: readonly string[] }
  | Refused

/**
 * Decides whether a contact may be planned for a day: today or later, while the work is open, and with agreement where the outcome that
 * the work serves has ended by then.
 *
 * @source OM section 6.5
 */
export function planContact({ on, today, work, around, policy }: PlanningAsked): Planning {
  if (work.endedOn !== null) {
    const message = `This ended on ${formatDate(work.endedOn)}. Nothing more can be planned for it`
    return refused({ field: 'plannedOn', message })
  }
  if (isBefore(on, today)) {
    const message = 'Plan it for today or a later day. If it has happened, say so below'
    return refused({ field: 'plannedOn', message })
  }
  if (around === null) return { kind: 'plan' }
  const decision = askGuard(longerWorkGuard, { ...around, on }, { asOf: today, policy })
  if (decision.kind !== 'blocked') return { kind: 'plan' }
  return { kind: 'stopped', ruleId: longerWorkGuard.id, missing: decision.missing }
}

/** Decides whether a contact that has happened belongs to this work: on one of its days. */
export function contactHappened({
  on,
  work,
}: Omit<ContactAsked, 'today'>): { readonly kind: 'belongs' } | Refused {
  if (isBefore(on, work.startedOn)) {
    const message = `This began on ${formatDate(work.startedOn)}. The contact must be then or later`
    return refused({ field: 'plannedOn', message })
  }
  if (work.endedOn !== null && isAfter(on, work.endedOn)) {
    const message = `This ended on ${formatDate(work.endedOn)}. The contact must be then or earlier`
    return refused({ field: 'plannedOn', message })
  }
  return { kind: 'belongs' }
}

/** Decides whether a planned contact may be moved: only while nothing is recorded of it, and to a day that may be planned. */
export function moveContact(
  asked: PlanningAsked & { readonly attendance: Attendance | null },
): Planning {
  if (asked.attendance !== null) {
    const message = 'It is recorded already, so it cannot be moved. Plan a new contact instead'
    return refused({ field: 'plannedOn', message })
  }
  return planContact(asked)
}
