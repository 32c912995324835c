import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Child } from '#records/children.ts'
import type { Entry } from './entry.ts'
import type { AskedFilter } from './filter.ts'
import type { TimelineSource } from './source.ts'
import type { WorkOffered } from './work-offered.ts'

/** What the page of the timeline shows. */
export interface ShownTimeline {
  readonly child: Child
  readonly sources: readonly TimelineSource[]
  readonly works: readonly WorkOffered[]
  readonly asked: AskedFilter
  readonly entries: readonly Entry[]
  readonly earlier: PlainDate | null
  readonly mayChoose: boolean
}
