import { ageOn } from '../calendar/age.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { isCourtOutcome, isFormalOutcome, outcomeKinds } from '../vocabulary/outcomes.ts'
import type { AppealStatus, OutcomeKind, Residence } from '../vocabulary/outcomes.ts'
import { outByAppeal } from './appeals.ts'

export interface RecordedChild {
  readonly id: string
  readonly bornOn: PlainDate
  /** The number by which the service where the child was first known recorded the child. */
  readonly originatingServiceId: string | null
}

export interface FormalOutcome {
  readonly id: string
  readonly childId: string
  readonly kind: OutcomeKind
  readonly decidedOn: PlainDate
  readonly residence: Residence
  readonly appeal: AppealStatus
  /** The day of the earliest of its offences; null when none is recorded. */
  readonly earliestOffenceOn: PlainDate | null
}

/** Whether an outcome can make a child a first-time entrant. `unknown`: the record does not say. */
export type FormalOutcomeStanding =
  { readonly kind: 'eligible' } | { readonly kind: 'excluded' | 'unknown'; readonly reason: string }

/**
 * Checks one outcome by itself: a caution or court outcome that stands, for an offence at age 10 to 17.
 *
 * @source YJB-SQL "first-time entrants"
 * @interpretation For court outcomes the child's age on the day of the outcome stands in for the age at the first hearing.
 */
export function formalOutcomeStanding(
  outcome: FormalOutcome,
  child: RecordedChild,
): FormalOutcomeStanding {
  if (!isFormalOutcome(outcome.kind)) {
    return excluded(`${outcomeKinds[outcome.kind].name} is not a caution or conviction.`)
  }
  const appealed = outByAppeal(outcome.appeal)
  if (appealed !== null) return excluded(appealed)
  if (outcome.earliestOffenceOn === null) {
    const reason =
      'No offence is recorded with the outcome, so the age at the offence is not known.'
    return { kind: 'unknown', reason }
  }
  const age = ageOn(child.bornOn, outcome.earliestOffenceOn)
  if (age < 10 || age > 17) return excluded(`Aged ${age} at the offence: only ages 10 to 17 count.`)
  if (isCourtOutcome(outcome.kind) && ageOn(child.bornOn, outcome.decidedOn) > 17) {
    return excluded('Had turned 18 by the day of the court outcome.')
  }
  return { kind: 'eligible' }
}

/**
 * A key that records of the same child share: the number from the earlier service with the date of birth. A child with no such number
 * has a key alone.
 *
 * @interpretation A number that is empty, "N/A" or has a space inside is a remark and not a number: it joins nobody. (National code
 *   takes "N/A" for a number and would make one child of several.)
 */
export function samePersonKey(child: RecordedChild): string {
  const number = child.originatingServiceId?.trim() ?? ''
  const isMissing = number === '' || /\s/.test(number) || number.toUpperCase() === 'N/A'
  return isMissing ? `record ${child.id}` : `number ${number} ${child.bornOn.toString()}`
}

function excluded(reason: string): FormalOutcomeStanding {
  return { kind: 'excluded', reason }
}
