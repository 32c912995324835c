import type { PlainDate } from '../calendar/plain-date.ts'
import type { CareStatus, Sex } from '../vocabulary/children.ts'
import type { EventKind } from '../vocabulary/events.ts'
import type { OutcomeKind } from '../vocabulary/outcomes.ts'
import type {
  Admission,
  Attendance,
  CheckKind,
  CheckResult,
  ContactKind,
  InterventionKind,
  JudgementKind,
  JudgementLevel,
  OffenceGroup,
  Signatory,
} from '../vocabulary/work.ts'

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
    readonly sex: Sex
    readonly isLookedAfter: boolean
    /** Care status on the day asked, strongest first; none where no spell runs. */
    readonly careStatuses: readonly CareStatus[]
    /** True where the child came to us from another service's area. */
    readonly isFromOtherService: boolean
    /** True where the child had an earlier case with this service. */
    readonly wasKnownBefore: boolean
    /** How many professionals are around the child on the day asked. */
    readonly professionals: number
  }
  readonly referral: {
    readonly id: string
    readonly receivedOn: PlainDate
    readonly admission: Admission | null
    readonly victimKnown: boolean | null
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
  readonly offences: readonly OffenceFact[]
  /** In the order in which they were made: a later answer of a kind stands over an earlier one. */
  readonly checks: readonly CheckFact[]
  readonly outcomes: readonly OutcomeFact[]
  readonly allocations: readonly AllocationFact[]
  readonly assessments: readonly AssessmentFact[]
  readonly plans: readonly PlanFact[]
  readonly contacts: readonly ContactFact[]
  readonly events: readonly EventFact[]
  /** All of the child's, also from earlier cases: an agreement stands for six months. */
  readonly serviceAgreements: readonly ServiceAgreementFact[]
  readonly agreements: readonly AgreementFact[]
}

export interface OffenceFact {
  readonly id: string
  readonly title: string
  readonly group: OffenceGroup
  readonly occurredOn: PlainDate
}

export interface CheckFact {
  readonly kind: CheckKind
  readonly result: CheckResult
  readonly on: PlainDate
}

/** What happened, or what was done, of one kind of `eventKinds`. */
export interface EventFact {
  readonly id: string
  readonly kind: EventKind
  /** One of the kind's own topics; null where it has none. */
  readonly topic: string | null
  /** The record that it is about: an assessment, an earlier event …; null: the case as a whole. */
  readonly aboutId: string | null
  readonly on: PlainDate
  /** When it is to be looked at again, where somebody said so. */
  readonly reviewOn: PlainDate | null
}

export interface OutcomeFact {
  readonly id: string
  readonly kind: OutcomeKind
  readonly decidedOn: PlainDate
  readonly conditionsEndOn: PlainDate | null
}

/** Who holds the case. A second worker who holds it jointly is not in the list: duties ask for the one who answers for it. */
export interface AllocationFact {
  readonly id: string
  readonly staffId: string
  readonly startedOn: PlainDate
  readonly endedOn: PlainDate | null
}

export interface AssessmentFact {
  readonly id: string
  readonly authorId: string
  /** The code of the form: `short`. */
  readonly form: string
  readonly startedOn: PlainDate
  readonly completedOn: PlainDate | null
  readonly reviewOf: string | null
  readonly countersignedOn: PlainDate | null
  readonly judgements: readonly { readonly kind: JudgementKind; readonly level: JudgementLevel }[]
}

export interface PlanFact {
  readonly id: string
  readonly authorId: string
  readonly writtenOn: PlainDate
  readonly reviewedOn: PlainDate | null
  readonly signatures: readonly { readonly signatory: Signatory; readonly on: PlainDate }[]
}

export interface ContactFact {
  readonly id: string
  readonly staffId: string
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

/** The events of a kind, earliest first; only those about one record when its id is given. */
export function eventsOf(
  facts: Pick<CaseFacts, 'events'>,
  kind: EventKind,
  aboutId?: string,
): EventFact[] {
  return facts.events.filter(
    event => event.kind === kind && (aboutId === undefined || event.aboutId === aboutId),
  )
}
