import type { FeedbackAsked } from '#domain/interventions/feedback-asked.ts'
import { interventionResults } from '#domain/vocabulary/work.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { choicesField } from '#platform/forms/choices-field.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm, type FormValue } from '#platform/forms/form.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { yesNoField } from '#platform/forms/yes-no-field.ts'

const ownText = (name: string) => longTextField({ name, optional: true })

export const closeForm = defineForm({
  fields: {
    endedOn: dateField({ name: 'The last day', missing: 'Enter the last day of the work' }),
    result: choiceField({
      choices: interventionResults,
      missing: 'Say whether the work was completed',
    }),
    achieved: longTextField({
      name: 'What was achieved',
      missing: 'Write what the child achieved, in plain words',
    }),
    childGave: yesNoField({ missing: 'Say whether the child gave feedback' }),
    childHelped: ownText('What helped'),
    childChange: ownText('What to change'),
    childWhyNot: ownText('The reason'),
    parentGave: yesNoField({ missing: 'Say whether a parent or carer gave feedback' }),
    parentHelped: ownText('What helped'),
    parentChange: ownText('What to change'),
    parentWhyNot: ownText('The reason'),
    cancelPlanned: choicesField({ choices: ['yes'], optional: true }),
  },
})

/** The two voices as the domain decides about them. */
export function voicesOf(value: FormValue<typeof closeForm>): FeedbackAsked[] {
  return [
    {
      voice: 'child',
      gave: value.childGave,
      whatHelped: value.childHelped,
      whatToChange: value.childChange,
      whyNot: value.childWhyNot,
      field: 'child',
    },
    {
      voice: 'parent-or-carer',
      gave: value.parentGave,
      whatHelped: value.parentHelped,
      whatToChange: value.parentChange,
      whyNot: value.parentWhyNot,
      field: 'parent',
    },
  ]
}
