import type { PlainDate } from '../calendar/plain-date.ts'
import type { AgreementFact } from '../rules/case-facts.ts'
import type { PanelDecision } from '../vocabulary/outcomes.ts'
import type { CheckKind, CheckResult, JudgementKind, PanelAgency } from '../vocabulary/work.ts'

/** An agreement with the person who gave it: nobody decides on the strength of their own. */
export interface GrantedAgreement extends AgreementFact {
  readonly grantedById: string
}

/** What the record holds before anything about the decision is typed. */
export interface DecisionEvidence {
  readonly referralId: string
  readonly isLookedAfter: boolean
  readonly victimKnown: boolean | null
  /** In the order in which they were made: a later answer of a kind stands over an earlier one. */
  readonly checks: readonly {
    readonly kind: CheckKind
    readonly result: CheckResult
    readonly on: PlainDate
  }[]
  readonly panel: {
    readonly id: string
    readonly heldOn: PlainDate
    readonly attendances: readonly {
      readonly agency: PanelAgency
      readonly attended: boolean
      /** Why an agency could not come; null where it came or nobody wrote why. */
      readonly reason: string | null
    }[]
  } | null
  /** The assessment that the panel used: the latest of the referral; null when none was started. */
  readonly assessment: {
    readonly id: string
    readonly form: string
    readonly completedOn: PlainDate | null
    readonly countersignedOn: PlainDate | null
    readonly judged: readonly JudgementKind[]
  } | null
  readonly explanation: {
    readonly on: PlainDate
    readonly childUnderstood: boolean
    readonly parentUnderstood: boolean
  } | null
  readonly agreements: readonly GrantedAgreement[]
}

/** The decision as it is about to be made. */
export interface DecisionMade {
  readonly decision: PanelDecision
  readonly decidedOn: PlainDate
  readonly conditionsEndOn: PlainDate | null
  readonly decidedByService: Decider | null
  readonly decidedByPolice: Decider | null
  readonly rationale: string
  readonly weighed: {
    readonly diversity: string
    readonly safety: string
    readonly wellbeing: string
    readonly risk: string
  }
}

/** What the guards in front of an out-of-court decision read. */
export type DecisionFacts = DecisionEvidence & DecisionMade

export interface Decider {
  readonly id: string
  readonly agency: string
}
