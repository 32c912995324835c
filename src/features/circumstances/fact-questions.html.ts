import type { FactField } from '#domain/circumstances/circumstance-kind.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { ask, type Asked } from '#platform/views/ask.ts'
import type { Html } from '#platform/views/html.ts'

/** More choices than this are a list to open: a page of radios is too long for a phone. */
const mostRadios = 6

/** The question of a fact: words, a day, hours, or one of a list. */
export function factQuestion(asked: Asked, fact: FactField): Html {
  const question = ask(asked)
  const { id, question: words, hint } = fact
  const look = { size: 's', ...(hint !== undefined && { hint }) } as const
  switch (fact.type) {
    case 'text':
      return question.text(id, words, look)
    case 'date':
      return question.date(id, words, look)
    case 'hours':
      return question.text(id, words, { ...look, width: 5 })
    case 'code': {
      const choices = Object.keys(fact.codes).map(value => ({
        value,
        content: nameOf(fact.codes, value),
      }))
      return choices.length > mostRadios
        ? question.from(id, words, choices, look)
        : question.one(id, words, choices, { ...look, inline: choices.length <= 3 })
    }
  }
}
