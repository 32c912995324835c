import { formatDate } from '../calendar/format-date.ts'
import { isAfter, isBefore } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { refused } from '../interventions/refused.ts'
import type { Refused } from '../interventions/refused.ts'

/** A plan as far as the order of plans goes. */
export interface PlanInOrder {
  readonly id: string
  readonly writtenOn: PlainDate
  readonly reviewedOn: PlainDate | null
}

interface Asked {
  readonly today: PlainDate
  readonly work: { readonly startedOn: PlainDate; readonly endedOn: PlainDate | null }
  /** The latest plan of the work, or null. */
  readonly latest: PlanInOrder | null
}

export type NextPlan = { readonly kind: 'write'; readonly previousPlanId: string | null } | Refused

/**
 * Decides whether a plan may be written: work has one plan at a time, and the next one follows a look back on the one before.
 *
 * @source HMIP standard 3.4
 */
export function nextPlan(asked: Asked & { readonly writtenOn: PlainDate }): NextPlan {
  const { latest, today, work, writtenOn } = asked
  if (work.endedOn !== null) {
    return refused({ field: 'strengths', message: 'This work is closed. It needs no further plan' })
  }
  if (latest !== null && latest.reviewedOn === null) {
    const message = 'There is a plan already. Review it with the child first, then write the next'
    return refused({ field: 'strengths', message })
  }
  if (isAfter(writtenOn, today)) {
    return refused({ field: 'writtenOn', message: 'The day must be today or in the past' })
  }
  const from = latest?.reviewedOn ?? work.startedOn
  if (isBefore(writtenOn, from)) {
    return refused({ field: 'writtenOn', message: `The day must be ${formatDate(from)} or later` })
  }
  return { kind: 'write', previousPlanId: latest?.id ?? null }
}

/** Decides whether a plan may be reviewed on a day: once, while the work is open, on the day it was written or later. */
export function reviewPlan(asked: {
  readonly plan: PlanInOrder
  readonly workEndedOn: PlainDate | null
  readonly reviewedOn: PlainDate
  readonly today: PlainDate
}): { readonly kind: 'review' } | Refused {
  const { plan, reviewedOn } = asked
  const field = 'reviewedOn'
  if (plan.reviewedOn !== null) {
    const message = `This plan was reviewed on ${formatDate(plan.reviewedOn)} already`
    return refused({ field, message })
  }
  if (asked.workEndedOn !== null) {
    return refused({ field, message: 'This work is closed. Its plan stands as it is' })
  }
  if (isAfter(reviewedOn, asked.today)) {
    return refused({ field, message: 'The day must be today or in the past' })
  }
  if (isBefore(reviewedOn, plan.writtenOn)) {
    const message = `The plan was written on ${formatDate(plan.writtenOn)}. The review must be then or later`
    return refused({ field, message })
  }
  return { kind: 'review' }
}
