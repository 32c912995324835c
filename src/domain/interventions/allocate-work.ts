import { formatDate } from '../calendar/format-date.ts'
import { isAfter, isBefore, latest } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { refused } from './refused.ts'
import type { Refused } from './refused.ts'

export interface AllocationAsked {
  readonly staffId: string
  readonly startedOn: PlainDate
  readonly today: PlainDate
  readonly work: { readonly startedOn: PlainDate; readonly endedOn: PlainDate | null }
  /** Who holds the work now; null: nobody. */
  readonly current: { readonly staffId: string; readonly startedOn: PlainDate } | null
}

/**
 * Decides whether work may be given to a worker from a day on. Whoever held it holds it no more from that day.
 *
 * @param asked `startedOn` is the new worker's first day, today at the latest: the list of who holds what is about today
 */
export function allocateWork(asked: AllocationAsked): { readonly kind: 'allocate' } | Refused {
  const { current, startedOn, today, work } = asked
  if (work.endedOn !== null) {
    return refused({ field: 'staffId', message: 'This work is closed. Nobody needs to hold it' })
  }
  if (current !== null && current.staffId === asked.staffId) {
    return refused({ field: 'staffId', message: 'This person holds the work already' })
  }
  if (isAfter(startedOn, today)) {
    return refused({ field: 'startedOn', message: 'The first day must be today or in the past' })
  }
  const earliestDay = latest(work.startedOn, current?.startedOn)
  if (earliestDay !== undefined && isBefore(startedOn, earliestDay)) {
    const message = `The first day must be ${formatDate(earliestDay)} or later`
    return refused({ field: 'startedOn', message })
  }
  return { kind: 'allocate' }
}

/**
 * The day on which the worker of a referral goes on as the worker of the work that it opened: its first day, or the first day on which
 * they held the referral when that is later.
 */
export function carriedOverOn(workStartedOn: PlainDate, heldSince: PlainDate): PlainDate {
  return latest(workStartedOn, heldSince)
}
