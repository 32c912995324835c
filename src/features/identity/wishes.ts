import { defineForm } from '#platform/forms/form.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { ask } from '#platform/views/ask.ts'
import { html } from '#platform/views/html.ts'
import { editPart } from './edit-part.ts'

const wishesForm = defineForm({
  fields: {
    whatMatters: longTextField({ name: 'What matters', optional: true, maxLength: 2000 }),
    bestWayToReach: longTextField({ name: 'The best way', optional: true, maxLength: 1000 }),
  },
})

/** What matters to the child and how to reach them, in their words. */
export const wishesPage = editPart({
  part: 'wishes',
  action: 'child.wishes-changed',
  lead: 'Write it with the child, in their words.',
  form: wishesForm,
  filled: identity => wishesForm.fill(identity),
  decide: async typed => ({ kind: 'save', set: typed }),
  questions: asked =>
    html`${ask(asked).longText('whatMatters', 'What matters to you?', {
      size: 's',
      hint: 'People, places, things you are good at, what you hope for.',
    })}
    ${ask(asked).longText('bestWayToReach', 'What is the best way to reach you?', {
      size: 's',
      rows: 3,
      hint: 'Text, ring, through somebody? When, and when not?',
    })}`,
})
