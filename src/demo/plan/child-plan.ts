import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { compareDates } from '#domain/calendar/plain-date.ts'
import type { AppealStatus, OutcomeKind, Residence } from '#domain/vocabulary/outcomes.ts'
import type { InterventionKind, InterventionResult } from '#domain/vocabulary/work.ts'

/** What is going to happen in one child's time with the service, before there is a child: earliest first. */
export interface ChildPlan {
  readonly key: string
  readonly episodes: readonly Episode[]
}

/** One decision about offences, or one piece of work without one, or both. */
export interface Episode {
  readonly decision: {
    readonly kind: OutcomeKind
    readonly localName: string | null
    readonly offenceOn: PlainDate
    readonly decidedOn: PlainDate
    readonly residence: Residence
    readonly appeal: AppealStatus
  } | null
  readonly work: {
    readonly kind: InterventionKind
    readonly startedOn: PlainDate
    /** Null: it goes on today. */
    readonly endedOn: PlainDate | null
    readonly result: InterventionResult | null
  } | null
}

/** Every day on which something happens in these episodes, in order. */
export function daysOfEpisodes(episodes: readonly Episode[]): PlainDate[] {
  return episodes
    .flatMap(({ decision, work }) => [
      decision?.offenceOn,
      decision?.decidedOn,
      work?.startedOn,
      work?.endedOn,
    ])
    .filter(day => day !== undefined && day !== null)
    .toSorted(compareDates)
}
