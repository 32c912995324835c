import type { Duty } from '#domain/rules/owed.ts'
import type { Child } from '#records/children.ts'
import type { CaseEvent } from '#records/events.ts'
import type { Relationship } from '#records/relationships.ts'
import type {
  ContactRow,
  ReferralRow,
  selectCircumstances,
  selectLatestSafety,
  WorkRow,
} from './child-queries.ts'

type Rows<Select extends (...inputs: never[]) => Promise<unknown>> = Awaited<ReturnType<Select>>

/** All that the child's page shows. Parts that the reader may not see are empty. */
export interface ChildRecord {
  readonly child: Child
  readonly circumstances: Rows<typeof selectCircumstances>
  readonly relationships: readonly Relationship[]
  readonly referrals: readonly ReferralRow[]
  readonly work: readonly WorkRow[]
  readonly openContacts: readonly ContactRow[]
  readonly latestContacts: readonly ContactRow[]
  readonly safety: Rows<typeof selectLatestSafety>
  /** The latest. */
  readonly events: readonly CaseEvent[]
  readonly duties: readonly Duty[]
}
