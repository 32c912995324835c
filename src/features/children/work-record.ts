import type { Duty } from '#domain/rules/owed.ts'
import type { Child } from '#records/children.ts'
import type { CaseEvent } from '#records/events.ts'
import type { ReferralRow, WorkRow } from './work-queries.ts'

/** All that the page of a child's work shows. Parts that the reader may not see are empty. */
export interface ChildWork {
  readonly child: Child
  readonly work: readonly WorkRow[]
  readonly referrals: readonly ReferralRow[]
  /** The latest. */
  readonly events: readonly CaseEvent[]
  readonly duties: readonly Duty[]
}
