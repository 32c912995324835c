import { z } from 'zod'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { isBefore } from '#domain/calendar/plain-date.ts'
import { kindsThrough } from '#domain/family/links-for.ts'
import { relationshipKinds, sexes, type RelationshipKind } from '#domain/vocabulary/children.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { choicesField } from '#platform/forms/choices-field.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm, type FormValue, type Problem } from '#platform/forms/form.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { textField } from '#platform/forms/text-field.ts'
import { yesNoField } from '#platform/forms/yes-no-field.ts'

const phone = z
  .string()
  .regex(/^\+?[\d\s()-]{7,20}$/u, 'Enter a telephone number, like 01632 960 001')
const email = z.email('Enter an e-mail address, like name@example.com')

/** By what a person is found again. */
export const nameFields = {
  givenName: textField({
    name: 'First name',
    missing: 'Enter a first name, or what they are called',
  }),
  familyName: textField({ name: 'Family name', optional: true }),
  knownAs: textField({ name: 'What they are called', optional: true }),
  bornOn: dateField({ name: 'Date of birth', mustBe: 'today or in the past', optional: true }),
  phone: textField({ name: 'Telephone number', matches: phone, optional: true }),
}

/** What is known of a person wherever they are. */
const personFields = {
  ...nameFields,
  sex: choiceField({ choices: sexes, missing: 'Select female, male or not known' }),
  genderShown: textField({ name: 'Gender in their own words', optional: true }),
  diedOn: dateField({ name: 'Date of death', mustBe: 'today or in the past', optional: true }),
  email: textField({ name: 'E-mail address', matches: email, optional: true }),
  address: textField({ name: 'Address', optional: true }),
  organisation: textField({ name: 'Organisation', optional: true }),
  jobTitle: textField({ name: 'Job', optional: true }),
}

/** What this child's file says of them. */
const relationshipFields = {
  kind: choiceField({ choices: relationshipKinds, missing: 'Choose who they are to the child' }),
  facts: choicesField({ choices: ['responsible', 'lives-with'], optional: true }),
  mayBeContacted: yesNoField({ missing: 'Select whether they may be contacted' }),
  note: longTextField({ name: 'The note', optional: true }),
  startedOn: dateField({ name: 'The day', mustBe: 'today or in the past', optional: true }),
}

interface Checked {
  readonly bornOn: PlainDate | null
  readonly diedOn: PlainDate | null
  readonly mayBeContacted: boolean
  readonly note: string | null
}

function problemsOf({
  bornOn,
  diedOn,
  mayBeContacted,
  note,
}: Checked): Problem<'diedOn' | 'note'>[] {
  const isTooEarly = bornOn !== null && diedOn !== null && isBefore(diedOn, bornOn)
  return [
    ...(isTooEarly
      ? [{ field: 'diedOn', message: 'Date of death must be after the date of birth' } as const]
      : []),
    ...(!mayBeContacted && note === null
      ? [{ field: 'note', message: 'Say why they may not be contacted' } as const]
      : []),
  ]
}

/** Changing somebody who is recorded. */
export const changePersonForm = defineForm({
  fields: { ...personFields, ...relationshipFields },
  check: problemsOf,
})
export type ChangedPerson = FormValue<typeof changePersonForm>

/** Recording somebody. @param parentIds people through whom somebody may belong to the family */
export function newPersonForm(parentIds: readonly string[]) {
  return defineForm({
    fields: {
      samePerson: textField({ optional: true }),
      ...personFields,
      ...relationshipFields,
      throughId: choiceField({ choices: parentIds, optional: true }),
    },
    check: problemsOf,
  })
}
export type NewPerson = FormValue<ReturnType<typeof newPersonForm>>

/** True where a place in the family depends on through whom they belong to it. */
export function belongsThrough(kind: RelationshipKind): boolean {
  return kindsThrough.includes(kind)
}

/** What of a form is the person's own. */
export function detailsOf(typed: ChangedPerson) {
  const { givenName, familyName, knownAs, sex, genderShown, bornOn, diedOn } = typed
  const { phone: number, email: mail, address, organisation, jobTitle } = typed
  return {
    ...{ givenName, familyName, knownAs, sex, genderShown, bornOn, diedOn },
    ...{ phone: number, email: mail, address, organisation, jobTitle },
  }
}

/** What of a form this child's file says. */
export function factsOf({ kind, facts, mayBeContacted, note, startedOn }: ChangedPerson) {
  return {
    ...{ kind, mayBeContacted, note, startedOn },
    hasParentalResponsibility: facts.includes('responsible'),
    livesWithChild: facts.includes('lives-with'),
  }
}
