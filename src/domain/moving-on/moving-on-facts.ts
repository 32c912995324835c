import type { PlainDate } from '../calendar/plain-date.ts'
import type { Step } from '../rules/guard-answer.ts'

/** A child under supervision who comes of age. */
export interface MovingOnFacts {
  readonly caseId: string
  readonly bornOn: PlainDate
  /** The court order or licence that runs; null: the work is voluntary. */
  readonly order: { readonly startedOn: PlainDate; readonly endedOn: PlainDate | null } | null
  /** Who holds the work after 18, as the two of them decided; null: nobody has yet. */
  readonly decision: {
    readonly on: PlainDate
    readonly managerId: string | null
    readonly probationOfficerId: string | null
  } | null
  /** The latest paper of each kind that there is; a child without a court report has two. */
  readonly papers: readonly {
    readonly kind: 'assessment' | 'plan' | 'report'
    readonly id: string
    /** When this paper, not an earlier one, was placed on the portal between the services. */
    readonly placedOn: PlainDate | null
  }[]
}

/** Handing a case over that is about to happen. */
export interface TransferStep extends Step {
  readonly to: 'probation' | 'another-youth-justice-service'
  readonly bornOn: PlainDate
  /** True for a child who is looked after, and for a young adult who was until 18. */
  readonly isOrWasLookedAfter: boolean
}
