import { z } from 'zod'
import { identifierKinds, familyAndFriendKinds, sexes } from '#domain/vocabulary/children.ts'
import { admissions, offenceGroups, policeContacts } from '#domain/vocabulary/work.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { choicesField } from '#platform/forms/choices-field.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm, type FormValue } from '#platform/forms/form.ts'
import { groupField } from '#platform/forms/group-field.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { textField } from '#platform/forms/text-field.ts'
import { timeField } from '#platform/forms/time-field.ts'

/** Identifiers other than the police's own, which has a question to itself. */
export const otherIdentifierKinds = {
  nhs: identifierKinds.nhs,
  upn: identifierKinds.upn,
  'previous-system': identifierKinds['previous-system'],
} as const

export const victimAnswers = { yes: 'Yes', no: 'No', 'not-known': 'Not known yet' } as const

const postcodeShape = /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/
const postcode = z.string().transform((typed, issues) => {
  const closed = typed.toUpperCase().replace(/\s/gu, '')
  if (postcodeShape.test(closed)) return `${closed.slice(0, -3)} ${closed.slice(-3)}`
  issues.addIssue('Enter a full UK postcode, like AA3 1AB')
  return z.NEVER
})

const pnc = z
  .string()
  .regex(/^(\d{2}|\d{4})\/?\d{1,7}[A-Z]$/iu, 'PNC number must look like 2012/0000123A')

// Two to four letters, the digits, and at times a letter more: TH68010, RT88191A, COML025.
const cjsCode = z
  .string()
  .transform(typed => typed.toUpperCase().replace(/\s/gu, ''))
  .pipe(
    z
      .string()
      .regex(
        /^(?=.{7,8}$)[A-Z]{2,4}\d{3,5}[A-Z]?$/u,
        'CJS code must be letters and then numbers, like TH68010',
      ),
  )

/** What says who a child is: enough to look for records that may be the same child's. */
const identityFields = {
  givenName: textField({ name: 'Given name', missing: 'Enter the given name' }),
  familyName: textField({ name: 'Family name', missing: 'Enter the family name' }),
  knownAs: textField({ name: 'What the child is called', optional: true }),
  bornOn: dateField({
    name: 'Date of birth',
    missing: 'Enter the date of birth',
    mustBe: 'today or in the past',
  }),
  pnc: textField({ name: 'PNC number', optional: true, matches: pnc }),
  otherIdentifierKind: choiceField({ choices: otherIdentifierKinds, optional: true }),
  otherIdentifier: textField({ name: 'The other number', optional: true, maxLength: 50 }),
  postcode: textField({ name: 'Postcode', optional: true, matches: postcode }),
}

/** Reads who the child is from a page that may have mistakes elsewhere. */
export const identityForm = defineForm({ fields: identityFields })
export type GivenIdentity = FormValue<typeof identityForm>

export const newReferralForm = defineForm({
  fields: {
    sameChild: textField({ optional: true }),
    ...identityFields,
    sex: choiceField({ choices: sexes, missing: 'Select girl, boy or not known' }),
    firstLanguage: textField({ name: 'First language', optional: true }),
    addressLine: textField({ name: 'Address', optional: true }),
    carerName: textField({ name: 'Name of the parent or carer', optional: true }),
    carerKind: choiceField({ choices: familyAndFriendKinds, optional: true }),
    carerPhone: textField({
      name: 'Phone number',
      optional: true,
      matches: z
        .string()
        .regex(/^\+?[\d\s()-]{7,20}$/u, 'Enter a phone number, like 01632 960 001'),
    }),
    referredBy: textField({
      name: 'Who referred the child',
      missing: 'Enter who referred the child',
    }),
    receivedOn: dateField({
      name: 'Day of the referral',
      missing: 'Enter the day on which the referral came',
      mustBe: 'today or in the past',
    }),
    whatHappened: longTextField({ name: 'What happened', missing: 'Say what happened' }),
    policeContact: choiceField({
      choices: policeContacts,
      missing: 'Select how the police met the child',
    }),
    station: textField({ name: 'Police station', optional: true }),
    arrivedOn: dateField({ name: 'Day of arrival', optional: true }),
    arrivedTime: timeField({ name: 'Time of arrival', optional: true }),
    releasedOn: dateField({ name: 'Day of release', optional: true }),
    releasedTime: timeField({ name: 'Time of release', optional: true }),
    appropriateAdult: textField({ name: 'Appropriate adult', optional: true }),
    longStay: choicesField({ choices: ['checked'], optional: true }),
    admission: choiceField({ choices: admissions, missing: 'Select what the child says' }),
    victimKnown: choiceField({
      choices: victimAnswers,
      missing: 'Select whether a victim is known',
    }),
    offences: groupField({
      fields: {
        title: textField({ name: 'Offence', missing: 'Enter the offence' }),
        group: choiceField({ choices: offenceGroups, missing: 'Select the group of the offence' }),
        occurredOn: dateField({
          name: 'Date of the offence',
          missing: 'Enter the date of the offence',
        }),
        cjsCode: textField({ name: 'CJS code', optional: true, matches: cjsCode }),
      },
      min: 1,
      max: 20,
      tooMany: 'Give no more than 20 offences',
    }),
    underTen: choicesField({ choices: ['confirmed'], optional: true }),
  },
})
export type GivenReferral = FormValue<typeof newReferralForm>
