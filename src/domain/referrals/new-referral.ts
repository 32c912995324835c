import { ageOfMajority, ageOn } from '../calendar/age.ts'
import { isAfter, isBefore, type PlainDate } from '../calendar/plain-date.ts'

/** What a new referral may become. */
export type NewReferral =
  | { readonly kind: 'ordinary' }
  /** The child was under 10 throughout: children's social care is told, and nothing is recorded as an offence. */
  | { readonly kind: 'safeguarding' }
  /** Some rows are from before the 10th birthday: they have to go, the others may stay. */
  | { readonly kind: 'mixed'; readonly underTenRows: readonly number[] }
  | { readonly kind: 'refused'; readonly problems: readonly ReferralProblem[] }

export interface ReferralProblem {
  /** The row of the offence that cannot be right; null where the date of birth cannot. */
  readonly row: number | null
  readonly message: string
}

export interface ReferralDates {
  readonly givenName: string
  readonly bornOn: PlainDate
  /** In the order of the rows; at least one. */
  readonly offencesOn: readonly PlainDate[]
  /** When the referral came. */
  readonly receivedOn: PlainDate
  readonly today: PlainDate
}

const ageOfResponsibility = 10

/**
 * Decides what a new referral becomes by how old the child was on the day of each alleged offence. The birthday counts from its start:
 * on the 10th a child is 10, on the 18th a young adult.
 *
 * A young person who has turned 18 since is not refused: which outcome is still open is for the panel.
 *
 * @returns ordinary, safeguarding, mixed (rows counted from 0), or refused with what to correct
 * @source CYPA-1933 section 50
 * @interpretation Somebody of 18 or over on the day is for the adult system, even where another row is from before.
 */
export function newReferral(about: ReferralDates): NewReferral {
  const { bornOn, offencesOn, today } = about
  if (isAfter(bornOn, today)) {
    return refused([{ row: null, message: 'Date of birth must be today or in the past' }])
  }
  const problems = offencesOn.flatMap((on, row) => {
    const message = problemWith(on, about)
    return message === null ? [] : [{ row, message }]
  })
  if (problems.length > 0) return refused(problems)
  const underTenRows = offencesOn.flatMap((on, row) =>
    ageOn(bornOn, on) < ageOfResponsibility ? [row] : [],
  )
  if (underTenRows.length === 0) return { kind: 'ordinary' }
  return underTenRows.length === offencesOn.length
    ? { kind: 'safeguarding' }
    : { kind: 'mixed', underTenRows }
}

function problemWith(on: PlainDate, about: ReferralDates): string | null {
  if (isAfter(on, about.today)) return 'Date of the offence must be today or in the past'
  if (isBefore(on, about.bornOn)) {
    return 'This is before the date of birth. Check both dates'
  }
  if (isAfter(on, about.receivedOn)) {
    return 'This is after the day on which the referral came. Check both dates'
  }
  const age = ageOn(about.bornOn, on)
  if (age < ageOfMajority) return null
  return `${about.givenName} was ${age} on that day: this is for the adult system. Check the date of birth and this date`
}

function refused(problems: readonly ReferralProblem[]): NewReferral {
  return { kind: 'refused', problems }
}
