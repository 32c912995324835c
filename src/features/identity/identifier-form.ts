import { readIdentifier } from '#domain/identifiers/read-identifier.ts'
import { identifierKinds } from '#domain/vocabulary/children.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { textField } from '#platform/forms/text-field.ts'
import { ask, offers, type Asked } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { NewIdentifier } from '#records/new-child.ts'

/** Which number it is, and the number; whether it can be right is asked of the two together. */
export const identifierForm = defineForm({
  fields: {
    kind: choiceField({ choices: identifierKinds, missing: 'Select what kind of number it is' }),
    value: textField({ name: 'The number', missing: 'Enter the number', maxLength: 50 }),
  },
  check: ({ kind, value }) => {
    const reading = readIdentifier(kind, value)
    return reading.kind === 'wrong' ? [{ field: 'value', message: reading.message }] : []
  },
})

/** The number in the form in which it is written down. */
export function asWritten({ kind, value }: NewIdentifier): NewIdentifier {
  const reading = readIdentifier(kind, value)
  return { kind, value: reading.kind === 'right' ? reading.value : value }
}

/** The two questions. */
export function askForNumber(asked: Asked): Html {
  return html`${ask(asked).one('kind', 'Which number is it?', offers(identifierKinds), { size: 's' })}
  ${ask(asked).text('value', 'The number', {
    size: 's',
    width: 20,
    hint: 'As it stands on the letter or screen; spaces do not matter.',
  })}`
}
