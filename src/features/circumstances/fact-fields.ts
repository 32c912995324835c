import { Temporal } from 'temporal-polyfill'
import { parsePlainDate, type PlainDate } from '#domain/calendar/plain-date.ts'
import { mostHours } from '#domain/circumstances/check-facts.ts'
import type { FactField, Facts, KindDeclaration } from '#domain/circumstances/circumstance-kind.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { dateField } from '#platform/forms/date-field.ts'
import type { Field } from '#platform/forms/field.ts'
import { halfNumberField } from '#platform/forms/half-number-field.ts'
import { textField } from '#platform/forms/text-field.ts'

type Answer = string | number | PlainDate | null

/** How long an answer in words may be. */
const maxLength = 500

/** How much of a kind is asked: all of it, or what has to be known when something changes. */
export type HowMuch = 'all' | 'change'

/** The facts that a form asks for. */
export function askedFacts({ facts }: KindDeclaration, howMuch: HowMuch): readonly FactField[] {
  return howMuch === 'all' ? facts : facts.filter(({ atChange }) => atChange === true)
}

/** The fields of a form, by the id of what each asks. */
export function fieldsOf(facts: readonly FactField[]): Record<string, Field<Answer>> {
  return Object.fromEntries(
    facts.map(fact => [
      fact.id,
      fact.missing === undefined ? optionalField(fact) : requiredField(fact, fact.missing),
    ]),
  )
}

/** The field of the kind's main question. */
export function mainField({ main }: KindDeclaration): Field<string> {
  const { name, missing } = main
  return main.type === 'code'
    ? choiceField({ choices: main.codes, missing })
    : textField({ name, maxLength, missing })
}

function optionalField(fact: FactField): Field<Answer> {
  const { name } = fact
  switch (fact.type) {
    case 'text':
      return textField({ name, maxLength, optional: true })
    case 'date':
      return dateField({ name, optional: true })
    case 'hours':
      return halfNumberField({ name, max: mostHours, optional: true })
    case 'code':
      return choiceField({ choices: fact.codes, optional: true })
  }
}

function requiredField(fact: FactField, missing: string): Field<Answer> {
  const { name } = fact
  switch (fact.type) {
    case 'text':
      return textField({ name, maxLength, missing })
    case 'date':
      return dateField({ name, missing })
    case 'hours':
      return halfNumberField({ name, max: mostHours, missing })
    case 'code':
      return choiceField({ choices: fact.codes, missing })
  }
}

/** Facts as they are kept, from what a form read; what was left empty is no fact. */
export function factsTyped(facts: readonly FactField[], value: object): Facts {
  const answers: ReadonlyMap<string, unknown> = new Map(Object.entries(value))
  return Object.fromEntries(
    facts.flatMap(({ id }): [string, string | number][] => {
      const answer = answers.get(id)
      if (typeof answer === 'string' || typeof answer === 'number') return [[id, answer]]
      return answer instanceof Temporal.PlainDate ? [[id, answer.toString()]] : []
    }),
  )
}

/** What a form holds for facts that are kept. */
export function typedFacts(facts: readonly FactField[], kept: Facts): Record<string, Answer> {
  return Object.fromEntries(
    facts.map(({ id, type }) => {
      const answer = kept[id] ?? null
      return [id, type === 'date' ? (parsePlainDate(String(answer)) ?? null) : answer]
    }),
  )
}
