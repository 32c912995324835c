import { accommodation } from '#domain/circumstances/kinds/accommodation.ts'
import { address } from '#domain/circumstances/kinds/address.ts'
import { choicesField } from '#platform/forms/choices-field.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { ask, type Asked } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import { askedFacts, fieldsOf, mainField } from './fact-fields.ts'
import { factQuestion } from './fact-questions.html.ts'
import { sourceFields, sourceProblems, sourceQuestion } from './source-question.ts'

/** What is asked of the new home besides its kind. */
export const homeFacts = askedFacts(accommodation, 'change')

/** A new address and a new kind of home, which change together. */
export const moveForm = defineForm({
  fields: {
    address: mainField(address),
    accommodation: mainField(accommodation),
    ...fieldsOf(homeFacts),
    startedOn: dateField({
      name: 'The day',
      missing: 'Enter the day of the move',
      mustBe: 'today or in the past',
    }),
    ...sourceFields,
    changed: choicesField({ choices: ['yes'], optional: true }),
  },
  check: sourceProblems,
})

/** The questions of a move. @param mayTick whether a significant change can be recorded with it */
export function moveQuestions(asked: Asked, mayTick: boolean): Html {
  const question = ask(asked)
  return html`${factQuestion(asked, { ...address.main, id: 'address' })}
  ${factQuestion(asked, { ...accommodation.main, id: 'accommodation' })}
  ${homeFacts.map(fact => factQuestion(asked, fact))}
  ${question.date('startedOn', 'When did they move?', { size: 's' })} ${sourceQuestion(asked)}
  ${
    mayTick &&
    question.several(
      'changed',
      'Is this a significant change?',
      [{ value: 'yes', content: 'Yes. Assessment and plan need to be looked at again' }],
      { size: 's' },
    )
  }`
}
