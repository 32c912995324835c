import { formatDate } from '../calendar/format-date.ts'
import { parsePlainDate } from '../calendar/plain-date.ts'
import { nameOf } from '../vocabulary/name-of.ts'
import type { FactField } from './circumstance-kind.ts'
import { kindOf } from './kinds.ts'
import type { Spell } from './spell.ts'

/** An answer as people read it: a code by its name, a day as "3 March 2026". */
export function answerInWords(field: FactField, answer: string | number): string {
  if (field.type === 'code') return nameOf(field.codes, String(answer))
  if (field.type !== 'date') return String(answer)
  const day = parsePlainDate(String(answer))
  return day === undefined ? String(answer) : formatDate(day)
}

/** What a spell says before all else: "Fernhill School", "Looked after: care order". */
export function spellTitle({ kind, value }: Pick<Spell, 'kind' | 'value'>): string {
  return answerInWords(kindOf(kind).main, value)
}

/** The facts that belong beside it in one line: "School, full time, 25 hours offered". Empty where there are none. */
export function spellFacts({ kind, facts }: Pick<Spell, 'kind' | 'facts'>): string {
  return kindOf(kind)
    .facts.flatMap(field => {
      const answer = facts[field.id]
      if (field.inLine === undefined || answer === undefined) return []
      return [field.inLine.replace('{}', answerInWords(field, answer))]
    })
    .join(', ')
}

/** A spell in one line. */
export function spellInLine(spell: Pick<Spell, 'kind' | 'value' | 'facts'>): string {
  const facts = spellFacts(spell)
  return facts === '' ? spellTitle(spell) : `${spellTitle(spell)}: ${facts}`
}
