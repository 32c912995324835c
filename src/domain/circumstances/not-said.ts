import type { PlainDate } from '../calendar/plain-date.ts'
import { circumstanceKinds } from '../vocabulary/children.ts'
import { spellTitle } from './describe-spell.ts'
import { kindOf } from './kinds.ts'
import type { RecordQuestion } from './question.ts'
import { holdsOn, type Spell } from './spell.ts'

/** What a spell that holds should say and does not: one question for each spell, which names all of it. */
export function notSaidQuestions(spells: readonly Spell[], today: PlainDate): RecordQuestion[] {
  return spells.flatMap(spell => {
    const missing = kindOf(spell.kind)
      .facts.filter(({ id, isExpected }) => isExpected === true && isOpen(spell.facts[id]))
      .map(({ name }) => name.replace(/\?$/u, ''))
    if (missing.length === 0 || !holdsOn(spell, today)) return []
    const text = `${circumstanceKinds[spell.kind]}, “${spellTitle(spell)}”: not known yet: ${missing.join('; ')}.`
    return [{ about: 'not-said', text, mends: [{ how: 'correct', spellId: spell.id }] } as const]
  })
}

function isOpen(answer: string | number | undefined): boolean {
  return answer === undefined || answer === 'not-known' || answer === 'unknown'
}
