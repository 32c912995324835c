import type { PlainDate } from '../calendar/plain-date.ts'
import type { OutcomeKind } from '../vocabulary/outcomes.ts'
import type { Attendance, ContactKind, InterventionKind, Signatory } from '../vocabulary/work.ts'

/**
 * What the rules read: everything about one case, from referral or court order to closure.
 *
 * A case is open while its referral is undecided or its intervention has not ended. Facts are read once for many cases
 * (`records/case-facts.ts`); lists are in date order, earliest first.
 */
export interface CaseFacts {
  /** The referral's id where there is one, else the intervention's. */
  readonly caseId: string
  readonly child: {
    readonly id: string
    readonly name: string
    readonly bornOn: PlainDate
    readonly isLookedAfter: boolean
  }
  readonly referral: {
    readonly id: string
    readonly receivedOn: PlainDate
    /** The panel on which it is listed now. */
    readonly panelOn: PlainDate | null
    /** When nothing more was to be decided or the work had started; null while the referral is in hand. */
    readonly closedOn: PlainDate | null
  } | null
  readonly intervention: {
    readonly id: string
    readonly kind: InterventionKind
    readonly startedOn: PlainDate
    readonly endedOn: PlainDate | null
  } | null
  readonly outcomes: readonly OutcomeFact[]
  readonly allocations: readonly AllocationFact[]
  readonly assessments: readonly AssessmentFact[]
  readonly plans: readonly PlanFact[]
  readonly contacts: readonly ContactFact[]
  /** All of the child's, also from earlier cases: an agreement stands for six months. */
  readonly serviceAgreements: readonly ServiceAgreementFact[]
  readonly agreements: readonly AgreementFact[]
}

export interface OutcomeFact {
  readonly id: string
  readonly kind: OutcomeKind
  readonly decidedOn: PlainDate
  readonly conditionsEndOn: PlainDate | null
}

export interface AllocationFact {
  readonly id: string
  readonly staffId: string
  readonly startedOn: PlainDate
  readonly endedOn: PlainDate | null
}

export interface AssessmentFact {
  readonly id: string
  readonly startedOn: PlainDate
  readonly completedOn: PlainDate | null
  readonly reviewOf: string | null
  readonly countersignedOn: PlainDate | null
}

export interface PlanFact {
  readonly id: string
  readonly writtenOn: PlainDate
  readonly reviewedOn: PlainDate | null
  readonly signatures: readonly { readonly signatory: Signatory; readonly on: PlainDate }[]
}

export interface ContactFact {
  readonly id: string
  readonly kind: ContactKind
  readonly on: PlainDate
  readonly attendance: Attendance | null
  readonly sawChild: boolean
  readonly sawParent: boolean
}

export interface ServiceAgreementFact {
  readonly id: string
  readonly madeOn: PlainDate
  readonly signatures: readonly { readonly signatory: Signatory; readonly on: PlainDate }[]
}

/** Who allowed what under a rule: a record of its own, never edited. */
export interface AgreementFact {
  readonly id: string
  readonly ruleId: string
  readonly subjectId: string
  readonly grantedOn: PlainDate
  /** The last day that the agreement covers; null: no end. */
  readonly untilOn: PlainDate | null
  readonly grantedBy: string
  readonly reason: string
}

/** True while there is something to do for the case. */
export function isOpenCase(facts: CaseFacts): boolean {
  if (facts.intervention !== null) return facts.intervention.endedOn === null
  return facts.referral !== null && facts.referral.closedOn === null
}

/** The member of staff who holds the case on a day, or null. */
export function workerOn(facts: CaseFacts, on: PlainDate): string | null {
  const held = facts.allocations.filter(
    allocation =>
      allocation.startedOn.until(on).sign >= 0 &&
      (allocation.endedOn === null || on.until(allocation.endedOn).sign > 0),
  )
  return held.at(-1)?.staffId ?? null
}
