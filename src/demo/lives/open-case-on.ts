import { isAfter, isBefore, type PlainDate } from '#domain/calendar/plain-date.ts'
import type { CaseLife } from './case-life.ts'

interface PartOfCase {
  readonly referralId: string | null
  readonly interventionId: string | null
}

/** The part of a case that was open on a day, which is what an event of that day belongs to; null when none was. */
export function openCaseOn(life: CaseLife, on: PlainDate): PartOfCase | null {
  const { plan, referralId, interventionId, making } = life
  if (plan.work !== null && interventionId !== null && !isBefore(on, plan.work.startedOn)) {
    return hasEnded(plan.work.endedOn, on) ? null : { referralId: null, interventionId }
  }
  if (referralId === null) return null
  const referral = making.rows.referrals.find(({ id }) => id === referralId)
  return hasEnded(referral?.closedOn ?? null, on) ? null : { referralId, interventionId: null }
}

/** Whether what ended on a day, or runs still, is over on another. The last day itself is still part of it. */
function hasEnded(endedOn: PlainDate | null, on: PlainDate): boolean {
  return endedOn !== null && isAfter(on, endedOn)
}
