import { ageOfMajority, ageOn } from '../calendar/age.ts'
import { formatDate } from '../calendar/format-date.ts'
import { isAfter, type PlainDate } from '../calendar/plain-date.ts'
import { newReferral } from '../referrals/new-referral.ts'

/**
 * Why a date of birth cannot be right, or null when it can: it is still to come, or with it something recorded as an offence would not have
 * been one by the child's age.
 *
 * @param offencesOn days of the offences recorded for the child
 * @source CYPA-1933 section 50
 */
export function whyNotBornOn(
  bornOn: PlainDate,
  { offencesOn, today }: { readonly offencesOn: readonly PlainDate[]; readonly today: PlainDate },
): string | null {
  if (isAfter(bornOn, today)) return 'Date of birth must be today or in the past'
  const odd = offencesOn.find(on => {
    const dates = { givenName: '', bornOn, offencesOn: [on], receivedOn: today, today }
    return newReferral(dates).kind !== 'ordinary'
  })
  if (odd === undefined) return null
  const age = ageOn(bornOn, odd)
  const because = age >= ageOfMajority ? 'an adult' : 'under 10'
  return `With this date of birth the child would have been ${because} at the offence of ${formatDate(odd)}. Check the date, or ask a manager to look at the offence first`
}
