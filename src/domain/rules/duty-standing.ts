import { isAfter, type PlainDate } from '../calendar/plain-date.ts'
import type { DutyDecision, Reason } from './rule.ts'

/** What is there and what is not, for one subject of a duty. */
interface Evidence extends Pick<DutyDecision, 'subjectId' | 'dueOn' | 'dueWords' | 'because'> {
  /** What is still to be done, each in words that continue "Not yet: …". */
  readonly missing: readonly string[]
  /** What somebody agreed to instead; absent or null: nothing. */
  readonly excuse?: Reason | null
}

/**
 * Where a duty stands: met when nothing is missing, else excused, else open up to and including the day on which it is due, then overdue.
 *
 * @param asOf inclusive
 */
export function dutyStanding(
  { missing, excuse, ...head }: Evidence,
  asOf: PlainDate,
): DutyDecision {
  if (missing.length === 0) return { ...head, state: 'met' }
  if (excuse != null) {
    return { ...head, state: 'excused', because: [...head.because, excuse] }
  }
  const state = head.dueOn !== null && isAfter(asOf, head.dueOn) ? 'overdue' : 'open'
  const notYet = { text: `Not yet: ${missing.join('; ')}` }
  return { ...head, state, because: [...head.because, notYet] }
}
