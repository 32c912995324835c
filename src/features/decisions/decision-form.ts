import type { DecisionOption } from '#domain/out-of-court/decision-options.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm, type FormValue } from '#platform/forms/form.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import type { StaffMember } from '#records/staff.ts'

interface Choices {
  readonly options: readonly DecisionOption[]
  readonly practitioners: readonly StaffMember[]
  readonly police: readonly StaffMember[]
}

/** What is asked about a decision. Names and reasons may be empty here: the rules say that they have to be there, and why. */
export function decisionForm({ options, practitioners, police }: Choices) {
  const person = (people: readonly StaffMember[]) =>
    choiceField({ choices: people.map(one => one.id), optional: true })
  const text = longTextField({ optional: true })
  return defineForm({
    fields: {
      decision: choiceField({
        choices: options.map(option => option.code),
        missing: 'Select what was decided',
      }),
      decidedOn: dateField({ name: 'The day', missing: 'Enter the day of the decision' }),
      conditionsEndOn: dateField({ name: 'The day on which the conditions end', optional: true }),
      decidedByService: person(practitioners),
      decidedByPolice: person(police),
      rationale: text,
      weighedDiversity: text,
      weighedSafety: text,
      weighedWellbeing: text,
      weighedRisk: text,
    },
  })
}
export type TypedDecision = FormValue<ReturnType<typeof decisionForm>>
