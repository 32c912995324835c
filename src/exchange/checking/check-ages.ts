import { plainDate, type PlainDate } from '#domain/calendar/plain-date.ts'
import { newReferral } from '#domain/referrals/new-referral.ts'
import type { ChildLine } from '../format/child-line.ts'
import type { Problem } from '../reading/problem.ts'

const rule = 'CYPA-1933'
const underTen = 'The child was under 10 on that day: nothing is recorded as an offence'

/** Whether every offence is one by the child's age on the day, by the same rule as the page on which a referral is recorded. */
export function checkAges(child: ChildLine, today: PlainDate): Problem[] {
  const lists = [
    ...child.referrals.map((referral, index) => ({
      path: `referrals[${index}].offences`,
      offences: referral.offences,
      receivedOn: plainDate(referral.receivedOn),
    })),
    { path: 'offences', offences: child.offences, receivedOn: today },
  ]
  return lists.flatMap(({ path, offences, receivedOn }) =>
    offences.flatMap((offence, index) => {
      const days = { on: plainDate(offence.occurredOn), receivedOn, today }
      const reason = whyNotOffence(child, days)
      if (reason === null) return []
      return [{ path: `${path}[${index}].occurredOn`, rule, reason, rowId: offence.id }]
    }),
  )
}

function whyNotOffence(
  child: ChildLine,
  { on, ...days }: { on: PlainDate; receivedOn: PlainDate; today: PlainDate },
): string | null {
  const bornOn = plainDate(child.bornOn)
  // The report goes to a log: it names no child.
  const read = newReferral({ givenName: 'The child', bornOn, offencesOn: [on], ...days })
  if (read.kind === 'safeguarding') return underTen
  return read.kind === 'refused' ? (read.problems[0]?.message ?? null) : null
}
