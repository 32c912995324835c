import type { PlainDate } from '../calendar/plain-date.ts'
import { isOnOrAfter } from '../calendar/plain-date.ts'
import { rowsAnswer, type AnswerRow, type Answers } from './answers.ts'

/** What can be said to “Still true?”. */
export const stillTrueAnswers = {
  yes: 'Yes',
  changed: 'It has changed',
  'not-sure': 'Not sure',
} as const
export type StillTrue = keyof typeof stillTrueAnswers

/** What open answers to “Still true?” are kept under among the answers of an assessment; no question of a form has it. */
export const stillTrueKey = 'stillTrue'

/** An answer that still waits: nobody knows, or the change is not written down yet. A yes is a confirmation of the spell itself. */
export interface OpenAnswer {
  readonly spellId: string
  readonly said: 'changed' | 'not-sure'
}

/** What of a spell decides whether it is asked. */
export interface ShownSpell {
  readonly id: string
  readonly startedOn: PlainDate
  readonly endedOn: PlainDate | null
  /** The day of the latest confirmation; null: nobody has said it again. */
  readonly confirmedOn: PlainDate | null
}

/** The answers that still wait, in the order in which they were given. */
export function openAnswers(answers: Answers): OpenAnswer[] {
  return rowsAnswer(answers, stillTrueKey).flatMap(({ spell = '', said = '' }) =>
    said === 'changed' || said === 'not-sure' ? [{ spellId: spell, said }] : [],
  )
}

/** The answers of an assessment with what was now said of some spells in the place of what was said before; a yes leaves nothing open. */
export function withStillTrue(
  answers: Answers,
  said: ReadonlyMap<string, StillTrue | null>,
): Answers {
  const before = openAnswers(answers).filter(({ spellId }) => !said.has(spellId))
  const now = [...said].flatMap(([spell, answer]): AnswerRow[] =>
    answer === 'changed' || answer === 'not-sure' ? [{ spell, said: answer }] : [],
  )
  const rows = [...before.map(one => ({ spell: one.spellId, said: one.said })), ...now]
  const others = Object.entries(answers).filter(([key]) => key !== stillTrueKey)
  return Object.fromEntries(rows.length === 0 ? others : [...others, [stillTrueKey, rows]])
}

/**
 * Whether a spell is asked “Still true?” in an assessment.
 *
 * @param startedOn the day on which the assessment was started
 * @interpretation What began or was said again on the day of the start or later is fresh enough: nobody is asked twice for one assessment.
 * A spell that is known to end is not asked.
 */
export function isAskedAgain(spell: ShownSpell, startedOn: PlainDate): boolean {
  const isFresh = isOnOrAfter(spell.startedOn, startedOn) || saidSince(spell, startedOn)
  return spell.endedOn === null && !isFresh
}

function saidSince({ confirmedOn }: ShownSpell, startedOn: PlainDate): boolean {
  return confirmedOn !== null && isOnOrAfter(confirmedOn, startedOn)
}

/** The spells of which nobody knew whether they are still true, as long as nobody has said it since: questions for the worker. */
export function doubts<Spell extends ShownSpell>(
  answers: Answers,
  spells: readonly Spell[],
  startedOn: PlainDate,
): Spell[] {
  const open = new Set(openAnswers(answers).map(({ spellId }) => spellId))
  return spells.filter(spell => open.has(spell.id) && isAskedAgain(spell, startedOn))
}
