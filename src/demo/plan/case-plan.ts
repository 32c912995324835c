import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Residence } from '#domain/vocabulary/outcomes.ts'
import type { InterventionKind, InterventionResult } from '#domain/vocabulary/work.ts'
import type { PlanState, ReferralState } from './recent-specs.ts'
import type { DecisionName } from './steps.ts'

/** One case of the last twelve months, with its days: what the records about it are made from. */
export interface CasePlan {
  readonly key: string
  readonly source: 'referral' | 'direct' | 'safeguarding'
  /** The day of the referral; for work that comes without one, the day on which it begins. */
  readonly receivedOn: PlainDate
  readonly state: ReferralState | 'decided'
  /** Its place among those in the same state, so that each looks different. */
  readonly place: number
  readonly panelOn: PlainDate | null
  readonly explainedOn: PlainDate | null
  readonly decision: {
    readonly name: DecisionName | 'no-further-action' | 'charge'
    readonly decidedOn: PlainDate
    readonly residence: Residence
  } | null
  readonly work: WorkPlan | null
  /** Null: as chance has it. */
  readonly lookedAfter: boolean | null
  /** How the first home visit went. */
  readonly visit: 'done' | 'child-only' | 'missed' | 'planned' | 'none'
  readonly agreement: 'signed' | 'unsigned' | 'none'
  /** Another case, of the same child or of a brother or sister. */
  readonly sameChildAs: string | null
  readonly siblingOf: string | null
}

export interface WorkPlan {
  readonly kind: InterventionKind
  readonly startedOn: PlainDate
  readonly endedOn: PlainDate | null
  readonly result: InterventionResult | null
  readonly plan: PlanState
  readonly longerAgreed: boolean
}
