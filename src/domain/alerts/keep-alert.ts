import { formatDate } from '../calendar/format-date.ts'
import { isAfter, isBefore, isOnOrAfter, type PlainDate } from '../calendar/plain-date.ts'
import { refused, type Refused } from '../interventions/refused.ts'

/** An alert as far as its days go. */
export interface AlertDays {
  readonly startedOn: PlainDate
  readonly reviewOn: PlainDate
  readonly endedOn: PlainDate | null
}

export type AlertDecision = { readonly kind: 'keep' } | Refused

/**
 * Whether an alert may be recorded or changed: it holds since today or earlier, and is looked at again on a later day than today.
 *
 * @interpretation An alert without a day for looking at it again stays for ever and is read no more. So each has one.
 */
export function recordAlert(
  { startedOn, reviewOn }: Omit<AlertDays, 'endedOn'>,
  today: PlainDate,
): AlertDecision {
  const problems = [
    ...(isAfter(startedOn, today)
      ? [{ field: 'startedOn', message: 'The first day must be today or in the past' }]
      : []),
    ...notLater(reviewOn, today),
  ]
  return problems.length > 0 ? refused(...problems) : { kind: 'keep' }
}

/** Whether an alert that is still needed may be given a new day for looking at it again. */
export function reviewAlert(
  alert: AlertDays,
  { reviewOn, today }: { readonly reviewOn: PlainDate; readonly today: PlainDate },
): AlertDecision {
  if (alert.endedOn !== null)
    return refused({ field: 'reviewOn', message: endedAlready(alert.endedOn) })
  const problems = notLater(reviewOn, today)
  return problems.length > 0 ? refused(...problems) : { kind: 'keep' }
}

/** Whether an alert may end on a day: not before it began, and not in the future. */
export function endAlert(
  alert: AlertDays,
  { endedOn, today }: { readonly endedOn: PlainDate; readonly today: PlainDate },
): AlertDecision {
  if (alert.endedOn !== null)
    return refused({ field: 'endedOn', message: endedAlready(alert.endedOn) })
  if (isAfter(endedOn, today)) {
    return refused({ field: 'endedOn', message: 'The last day must be today or in the past' })
  }
  if (isBefore(endedOn, alert.startedOn)) {
    const message = `The alert holds since ${formatDate(alert.startedOn)}. It ends then or later`
    return refused({ field: 'endedOn', message })
  }
  return { kind: 'keep' }
}

/** True from the day on which a standing alert is to be looked at again. */
export function isToReview({ reviewOn, endedOn }: AlertDays, today: PlainDate): boolean {
  return endedOn === null && isOnOrAfter(today, reviewOn)
}

/** Why an ended alert stays as it is; null while it stands. */
export function whyNotChangeAlert({ endedOn }: Pick<AlertDays, 'endedOn'>): string | null {
  return endedOn === null ? null : endedAlready(endedOn)
}

function endedAlready(on: PlainDate): string {
  return `This alert ended on ${formatDate(on)}. Record a new one if it is needed again.`
}

function notLater(reviewOn: PlainDate, today: PlainDate) {
  return isAfter(reviewOn, today)
    ? []
    : [{ field: 'reviewOn', message: 'The day for looking at it again must be after today' }]
}
