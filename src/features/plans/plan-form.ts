import { planMissing } from '#domain/plans/plan-guards.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm, type FormValue } from '#platform/forms/form.ts'
import { groupField } from '#platform/forms/group-field.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { textField } from '#platform/forms/text-field.ts'

export const mostSteps = 15

/** Sections are optional here: the guards of the plan say what is missing, in their own words. */
export const planForm = defineForm({
  fields: {
    writtenOn: dateField({ name: 'The day', missing: 'Enter the day on which the plan was made' }),
    strengths: longTextField({ name: 'Strengths', optional: true }),
    easierForYou: longTextField({ name: 'How we make it easier', optional: true }),
    steps: groupField({
      min: 1,
      max: mostSteps,
      tooMany: `Choose up to ${mostSteps} steps: more is too much at once`,
      fields: {
        goal: textField({
          name: 'The goal',
          maxLength: 500,
          missing: 'Write the goal in the child’s own words',
        }),
        step: textField({
          name: 'The step',
          maxLength: 500,
          missing: 'Write the next step towards the goal',
        }),
        who: textField({ name: 'Who', missing: 'Say who does this' }),
        byWhen: dateField({ name: 'By when', optional: true }),
      },
    }),
    keepingSafe: longTextField({ name: 'Keeping safe', optional: true }),
    contingency: longTextField({ name: 'If this happens', optional: true }),
    restorative: longTextField({ name: 'The restorative activity', optional: true }),
    exitPlan: longTextField({ name: 'How the work will end', optional: true }),
  },
  check: value => planMissing(draftOf(value)),
})

export type PlanValues = FormValue<typeof planForm>

interface Sections {
  readonly strengths: string | null
  readonly easierForYou: string | null
  readonly keepingSafe: string | null
  readonly contingency: string | null
  readonly restorative: string | null
  readonly exitPlan: string | null
}

/** The sections of a plan as texts; one not written is empty. */
export function draftOf(value: Sections) {
  return {
    strengths: value.strengths ?? '',
    easierForYou: value.easierForYou ?? '',
    keepingSafe: value.keepingSafe ?? '',
    contingency: value.contingency ?? '',
    restorative: value.restorative ?? '',
    exitPlan: value.exitPlan ?? '',
  }
}
