import { isOnOrBefore, type PlainDate } from '#domain/calendar/plain-date.ts'
import type { Policy } from '#domain/rules/policy.ts'
import type { Role } from '#domain/access/permissions.ts'
import type { Panel } from '../format/panel-line.ts'

export interface KnownStaff {
  readonly name: string
  readonly agency: string
  readonly role: Role
  readonly isSupportRole: boolean
  readonly isTrainedInHarmfulSexualBehaviour: boolean
}

/** What a child's line may name outside of itself: from the lines before it and from the database. */
export interface KnownRecords {
  readonly staff: Map<string, KnownStaff>
  readonly teams: Set<string>
  readonly outcomeNames: Set<string>
  readonly panels: Map<string, Pick<Panel, 'heldOn' | 'attendances'>>
}

/** What a line is checked against. */
export interface Checking {
  readonly known: KnownRecords
  readonly today: PlainDate
  /** The numbers and switches that the guards are asked with. */
  readonly policy: Policy
  /** The last day of history; null: every decision out of court has its evidence. */
  readonly historyUntil: PlainDate | null
}

/** True for a day of history: what was recorded then, elsewhere, may lack what only this system asks. @interpretation docs/decisions/0007 */
export function isInHistory(on: PlainDate, { historyUntil }: Checking): boolean {
  return historyUntil !== null && isOnOrBefore(on, historyUntil)
}
