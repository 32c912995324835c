import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Sex } from '#domain/vocabulary/children.ts'
import type { ParentNature, PartnerStatus } from '#domain/vocabulary/family.ts'

/** Somebody in a family, as one reader may see them. */
export interface FamilyMember {
  /** The person's id, the same in every file in which they stand. */
  readonly id: string
  readonly name: string
  readonly sex: Sex
  readonly bornOn: PlainDate | null
  readonly diedOn: PlainDate | null
  /** The child whose family it is. */
  readonly isTheChild: boolean
  /** The id of their own record, where they are a child known to the service whom the reader may open; otherwise null. */
  readonly knownChildId: string | null
}

/** A parent and a child of theirs, by person. */
export interface ParentLink {
  readonly parentId: string
  readonly childId: string
  readonly nature: ParentNature
}

/** Two people who are or were a couple, by person. `to` is the first day on which it no longer holds; null: it holds, or nobody said. */
export interface PartnerLink {
  readonly a: string
  readonly b: string
  readonly status: PartnerStatus
  readonly from: PlainDate | null
  readonly to: PlainDate | null
}

/** Families as they are drawn: who there is, who is whose parent, who is or was whose partner. Every id stands in `people`. */
export interface Family {
  readonly people: readonly FamilyMember[]
  readonly parents: readonly ParentLink[]
  readonly partners: readonly PartnerLink[]
}
