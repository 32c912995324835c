import { formatDate } from '../calendar/format-date.ts'
import { isAfter, isBefore, latest } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { guardStops, type GuardStop } from '../rules/guard-stops.ts'
import type { Policy } from '../rules/policy.ts'
import type { GuardRule } from '../rules/rule.ts'
import type { AllocationFacts, CaseToAllocate, WorkerFact } from '../taking-on/allocation-facts.ts'
import { refused } from './refused.ts'
import type { Refused } from './refused.ts'

/** Who is to hold a case, from when, and why the worker changes. */
export interface WorkersChosen {
  readonly lead: WorkerFact
  /** Who holds it too; null: nobody. */
  readonly second: WorkerFact | null
  readonly changeReason: string
}

export interface AllocationAsked extends WorkersChosen {
  readonly startedOn: PlainDate
  readonly today: PlainDate
  readonly work: { readonly startedOn: PlainDate; readonly endedOn: PlainDate | null }
  /** Who holds the work now; null: nobody. */
  readonly current: {
    readonly staffId: string
    readonly secondStaffId: string | null
    readonly startedOn: PlainDate
  } | null
}

/** `blocked`: what the guards in front of an allocation still want. */
export type Allocation =
  | { readonly kind: 'allocate' }
  | { readonly kind: 'blocked'; readonly stops: readonly GuardStop[] }
  | Refused

interface Guarded {
  /** What is known of the case; null: it is not open. */
  readonly about: CaseToAllocate | null
  readonly guards: readonly GuardRule<AllocationFacts>[]
  readonly policy: Policy
}

/**
 * Decides whether work may be given to a worker from a day on. Whoever held it holds it no more from that day.
 *
 * @param asked `startedOn` is the new worker's first day, today at the latest: the list of who holds what is about today
 */
export function allocateWork(asked: AllocationAsked, guarded: Guarded): Allocation {
  const refusal = plainRefusal(asked)
  return refusal ?? askWorkers(asked, guarded, asked.today)
}

/** Decides whether these workers may hold a case, whatever their first day. */
export function askWorkers(
  chosen: WorkersChosen,
  { about, guards, policy }: Guarded,
  asOf: PlainDate,
): Allocation {
  if (about === null) {
    return refused({ field: 'staffId', message: 'This work is closed. Nobody needs to hold it' })
  }
  const { lead, second, changeReason } = chosen
  if (second?.id === lead.id) {
    const message = 'Choose somebody else as the second worker'
    return refused({ field: 'secondStaffId', message })
  }
  const workers = second === null ? [lead] : [lead, second]
  const stops = guardStops(guards, { ...about, workers, changeReason }, { asOf, policy })
  return stops.length === 0 ? { kind: 'allocate' } : { kind: 'blocked', stops }
}

function plainRefusal(asked: AllocationAsked): Refused | null {
  const { current, startedOn, today, work } = asked
  if (work.endedOn !== null) {
    return refused({ field: 'staffId', message: 'This work is closed. Nobody needs to hold it' })
  }
  if (isSameAsNow(asked)) {
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
  return null
}

function isSameAsNow({ current, lead, second }: AllocationAsked): boolean {
  return current?.staffId === lead.id && current.secondStaffId === (second?.id ?? null)
}

/**
 * The day on which the worker of a referral goes on as the worker of the work that it opened: its first day, or the first day on which
 * they held the referral when that is later.
 */
export function carriedOverOn(workStartedOn: PlainDate, heldSince: PlainDate): PlainDate {
  return latest(workStartedOn, heldSince)
}
