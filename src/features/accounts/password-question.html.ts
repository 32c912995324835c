import type { Asked } from '#platform/views/ask.ts'
import { input } from '#platform/views/components/input.ts'
import type { Html } from '#platform/views/html.ts'

/** Asks for a password; what was typed before is never printed. */
export function askPassword(
  asked: Asked,
  name: string,
  question: {
    readonly label: string
    readonly autocomplete: 'current-password' | 'new-password'
    readonly hint?: string
  },
): Html {
  return input({
    name,
    id: name,
    type: 'password',
    label: question.label,
    hint: question.hint,
    autocomplete: question.autocomplete,
    autocapitalize: 'none',
    spellcheck: false,
    classes: 'govuk-input--width-20',
    errorMessage: asked.errors.find(error => error.field === name)?.message,
  })
}
