import { formatDate } from '../calendar/format-date.ts'
import { isAfter, isBefore, type PlainDate } from '../calendar/plain-date.ts'
import type { Spell } from './spell.ts'

interface Kept extends Pick<Spell, 'startedOn' | 'endedOn'> {
  readonly withdrawnOn: PlainDate | null
}

/** Why nothing may be done with a spell; null: it may be corrected and withdrawn. */
export function whyNotCorrect({ withdrawnOn }: Kept): string | null {
  return withdrawnOn === null ? null : 'This was withdrawn. Record what is true as something new.'
}

/** Why a spell may not be ended, changed or confirmed; null: it may. */
export function whyNotContinue(spell: Kept): string | null {
  if (spell.withdrawnOn !== null) return whyNotCorrect(spell)
  if (spell.endedOn === null) return null
  return `This ended on ${formatDate(spell.endedOn)}. If that is wrong, correct it.`
}

/**
 * Why a spell cannot end on a day; null: it can.
 *
 * @param on the first day on which it no longer holds, so a new one may begin on it
 */
export function whyNotEndOn({ startedOn }: Kept, on: PlainDate, today: PlainDate): string | null {
  if (isBefore(on, startedOn)) {
    return `The day must be ${formatDate(startedOn)}, when this began, or later`
  }
  return isAfter(on, today) ? 'The day must be today or in the past' : null
}
