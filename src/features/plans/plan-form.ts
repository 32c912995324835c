import type { PlanDraft } from '#domain/plans/plan-draft.ts'
import type { PlanPromptFacts } from '#domain/plans/plan-prompts.ts'
import { restorativeKinds, type RestorativeKind } from '#domain/vocabulary/work.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm, type FormValue, type FormValues } from '#platform/forms/form.ts'
import { groupField } from '#platform/forms/group-field.ts'
import { rowCount } from '#platform/forms/group-rows.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { textField } from '#platform/forms/text-field.ts'
import { textOf } from '#platform/forms/typed-values.ts'

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
    restorativeKind: choiceField({ choices: restorativeKinds, optional: true }),
    restorativeReason: longTextField({ name: 'The reason', optional: true }),
    restorativeChoices: longTextField({ name: 'The choices', optional: true }),
    exitPlan: longTextField({ name: 'How the work will end', optional: true }),
  },
})

export type PlanValues = FormValue<typeof planForm>

interface Sections {
  readonly strengths: string | null
  readonly easierForYou: string | null
  readonly keepingSafe: string | null
  readonly contingency: string | null
  readonly restorative: string | null
  readonly restorativeKind: RestorativeKind | null
  readonly restorativeReason: string | null
  readonly restorativeChoices: string | null
  readonly exitPlan: string | null
}

/** The sections of a plan as texts; one not written is empty. A reason for standard reparation belongs to that kind alone. */
export function draftOf(value: Sections): PlanDraft {
  const isStandard = value.restorativeKind === 'standard-reparation'
  return {
    strengths: value.strengths ?? '',
    easierForYou: value.easierForYou ?? '',
    keepingSafe: value.keepingSafe ?? '',
    contingency: value.contingency ?? '',
    restorative: value.restorative ?? '',
    restorativeKind: value.restorativeKind,
    restorativeReason: isStandard ? (value.restorativeReason ?? '') : '',
    restorativeChoices: value.restorativeChoices ?? '',
    exitPlan: value.exitPlan ?? '',
  }
}

/** The steps as far as they are typed. */
export function stepsTyped(values: FormValues): PlanPromptFacts['steps'] {
  const rows = Array.from({ length: rowCount(values, 'steps') }, (_, row) => `steps-${row}`)
  return rows
    .map(row => ({
      step: textOf(values, `${row}-step`).trim(),
      hasDay: textOf(values, `${row}-byWhen-day`) !== '',
    }))
    .filter(({ step }) => step !== '')
}
