import type { Duty } from '#domain/rules/owed.ts'
import type { Child } from '#records/children.ts'
import type { Circumstance } from '#records/circumstances.ts'
import type { CaseEvent } from '#records/events.ts'
import type {
  ContactRow,
  ReferralRow,
  selectLatestSafety,
  selectRelationships,
  WorkRow,
} from './child-queries.ts'

type Rows<Select extends (...inputs: never[]) => Promise<unknown>> = Awaited<ReturnType<Select>>

/** All that the child's page shows. Parts that the reader may not see are empty. */
export interface ChildRecord {
  readonly child: Child
  readonly circumstances: readonly Circumstance[]
  readonly relationships: Rows<typeof selectRelationships>
  readonly referrals: readonly ReferralRow[]
  readonly work: readonly WorkRow[]
  readonly openContacts: readonly ContactRow[]
  readonly latestContacts: readonly ContactRow[]
  readonly safety: Rows<typeof selectLatestSafety>
  /** The latest. */
  readonly events: readonly CaseEvent[]
  readonly duties: readonly Duty[]
}
