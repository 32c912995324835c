import { parsePlainDate } from '../calendar/plain-date.ts'
import type { CircumstanceKind } from '../vocabulary/children.ts'
import type { CodeList, FactField, Facts } from './circumstance-kind.ts'
import { kindOf } from './kinds.ts'

/** What is wrong, and with which field: `value`, or the id of a fact. */
export interface FactProblem {
  readonly field: string
  readonly reason: string
}

/** Most hours that a week is asked about. */
export const mostHours = 80

/**
 * What of a spell does not fit its kind: a code that the list does not have, a day that is none, a fact that the kind does not know. What
 * is not said is never wrong: records from before a question was asked have no answer.
 *
 * @returns each reason as the end of a sentence that begins with the field's name; empty: it fits
 */
export function checkFacts(
  kind: CircumstanceKind,
  spell: { readonly value: string; readonly facts: Facts },
): FactProblem[] {
  const { main, facts: fields } = kindOf(kind)
  const unknown = Object.keys(spell.facts).filter(id => !fields.some(field => field.id === id))
  return [
    ...problemOf(main, spell.value),
    ...unknown.map(field => ({ field, reason: `is nothing that ${kind} says` })),
    ...fields.flatMap(field => problemOf(field, spell.facts[field.id])),
  ]
}

function problemOf(field: FactField, answer: string | number | undefined): FactProblem[] {
  const reason = answer === undefined ? null : whatIsWrong(field, answer)
  return reason === null ? [] : [{ field: field.id, reason }]
}

function whatIsWrong(field: FactField, answer: string | number): string | null {
  switch (field.type) {
    case 'text':
      return isText(answer) ? null : 'is not a text'
    case 'date':
      return parsePlainDate(String(answer)) === undefined ? 'is not a day like 2026-03-01' : null
    case 'hours':
      return isHours(answer) ? null : `is not a number of hours from 0 to ${mostHours}`
    case 'code':
      return isCode(field.codes, answer)
        ? null
        : `is not one of: ${Object.keys(field.codes).join(', ')}`
  }
}

function isCode(codes: CodeList, answer: string | number): boolean {
  return typeof answer === 'string' && Object.hasOwn(codes, answer)
}

function isText(answer: string | number): boolean {
  return typeof answer === 'string' && answer !== ''
}

/** Whole or half hours. */
function isHours(answer: string | number): boolean {
  return typeof answer === 'number' && answer >= 0 && answer <= mostHours && (answer * 2) % 1 === 0
}
