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
    const { endedOn } = plan.work
    return endedOn !== null && isAfter(on, endedOn) ? null : { referralId: null, interventionId }
  }
  if (referralId === null) return null
  const closedOn = making.rows.referrals.find(({ id }) => id === referralId)?.closedOn ?? null
  return closedOn !== null && isAfter(on, closedOn) ? null : { referralId, interventionId: null }
}
