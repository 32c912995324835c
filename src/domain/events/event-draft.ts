import type { PlainDate } from '../calendar/plain-date.ts'
import type { AgreementFact, EventFact } from '../rules/case-facts.ts'
import type { EventKind } from '../vocabulary/events.ts'

/** An event as it is about to be recorded. */
export interface EventDraft {
  readonly kind: EventKind
  readonly topic: string | null
  /** The record of the child that it is about; null: the case as a whole. */
  readonly aboutId: string | null
  readonly on: PlainDate
  readonly reviewOn: PlainDate | null
}

/** What the guards in front of an event read. */
export interface EventGuardFacts {
  readonly draft: EventDraft
  /** What stands recorded of the child, earliest first; nothing that was withdrawn. */
  readonly events: readonly EventFact[]
  /** What was agreed for the child. */
  readonly agreements: readonly AgreementFact[]
}
