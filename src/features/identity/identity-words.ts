import { formatDate } from '#domain/calendar/format-date.ts'
import { parsePlainDate } from '#domain/calendar/plain-date.ts'
import { ethnicities, sexes } from '#domain/vocabulary/children.ts'
import {
  disabilityAnswers,
  genders,
  nationalities,
  religions,
  sameAsRegistered,
  speechLanguageAnswers,
} from '#domain/vocabulary/identity.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import type { Identity } from './queries.ts'
import type { IdentityPart } from './urls.ts'

type Words = Parameters<typeof nameOf>[0]

/** One thing that is recorded of who a child is. */
export interface IdentityField {
  readonly title: string
  /** The names of coded answers. */
  readonly words?: Words
  /** It stands in the row of this other field, and has none of its own. */
  readonly beside?: keyof Identity
  /** Nothing there means that there is nothing, not that nobody asked. */
  readonly mayBeNothing?: true
}

/** Everything that is recorded of who a child is, by the part in which it is changed, in the order in which it is read. */
export const identityParts = {
  names: {
    title: 'Names and birth',
    fields: {
      givenName: { title: 'Given name' },
      middleNames: { title: 'Middle names', mayBeNothing: true },
      familyName: { title: 'Family name' },
      knownAs: { title: 'What I am called', mayBeNothing: true },
      bornOn: { title: 'Date of birth' },
      sex: { title: 'Sex', words: sexes },
    },
  },
  myself: {
    title: 'How I describe myself',
    fields: {
      pronouns: { title: 'Pronouns' },
      gender: { title: 'Gender', words: genders },
      genderWords: { title: 'Gender, in my words', beside: 'gender' },
      genderAsRegistered: {
        title: 'Gender the same as registered at birth',
        words: sameAsRegistered,
      },
      ethnicity: { title: 'Ethnicity', words: ethnicities },
      ethnicityAskedOn: { title: 'Day I was asked about ethnicity', beside: 'ethnicity' },
      religion: { title: 'Religion or belief', words: religions },
      religionWords: { title: 'Religion or belief, in my words', beside: 'religion' },
      nationality: { title: 'Nationality', words: nationalities },
      nationalityWords: { title: 'Nationality, in my words', beside: 'nationality' },
    },
  },
  communication: {
    title: 'Languages and communication',
    fields: {
      firstLanguage: { title: 'First language' },
      otherLanguages: { title: 'Other languages', mayBeNothing: true },
      needsInterpreter: { title: 'Interpreter' },
      interpreterLanguage: { title: 'Language of the interpreter', beside: 'needsInterpreter' },
      communication: { title: 'How I understand best' },
      speechLanguageNeeds: {
        title: 'Speech, language and communication',
        words: speechLanguageAnswers,
      },
      speechLanguageWords: {
        title: 'Speech, language and communication, in words',
        beside: 'speechLanguageNeeds',
      },
      disability: { title: 'Disability or long-term condition', words: disabilityAnswers },
      disabilityWords: { title: 'Disability, in my words', beside: 'disability' },
    },
  },
  wishes: {
    title: 'What matters to me and how to reach me',
    fields: {
      whatMatters: { title: 'What matters to me' },
      bestWayToReach: { title: 'Best way to reach me' },
    },
  },
} as const satisfies Record<
  IdentityPart,
  { readonly title: string; readonly fields: Partial<Record<keyof Identity, IdentityField>> }
>

const allFields: Readonly<Record<string, IdentityField>> = {
  ...identityParts.names.fields,
  ...identityParts.myself.fields,
  ...identityParts.communication.fields,
  ...identityParts.wishes.fields,
}

/** The field of this name; undefined for a column that says nothing of who the child is. */
export function identityField(name: string): IdentityField | undefined {
  return allFields[name]
}

/** The fields of a part, each with its name. */
export function fieldsOf(part: IdentityPart): [keyof Identity, IdentityField][] {
  return Object.entries(identityParts[part].fields) as [keyof Identity, IdentityField][]
}

/** Whether nobody has asked for this yet. */
export function isNotAsked(
  name: keyof Identity,
  field: IdentityField,
  identity: Identity,
): boolean {
  if (field.beside !== undefined || field.mayBeNothing === true) return false
  if (name === 'needsInterpreter') return identity.firstLanguage === null
  const value = identity[name]
  return value === null || value === 'not-asked'
}

/** A value of a field in words, whether it comes from the record or from its history; null where there is none. */
export function valueInWords(name: string, value: unknown): string | null {
  if (typeof value === 'boolean') return value ? 'Needed' : 'Not needed'
  if (typeof value !== 'string') return null
  const words = identityField(name)?.words
  if (words !== undefined) return nameOf(words, value)
  const day = name.endsWith('On') ? parsePlainDate(value) : undefined
  return day === undefined ? value : formatDate(day)
}

/** The answer of a field with what stands beside it; null where there is none. */
export function answerOf(name: keyof Identity, identity: Identity): string | null {
  const value = identity[name]
  const own = valueInWords(name, typeof value === 'object' ? (value?.toString() ?? null) : value)
  const beside = besideOf(name, identity)
  if (own === null || beside === null) return own
  return value === 'own-words' || value === 'another' ? beside : `${own}: ${beside}`
}

function besideOf(name: keyof Identity, identity: Identity): string | null {
  switch (name) {
    case 'gender':
      return identity.genderWords
    case 'religion':
      return identity.religionWords
    case 'nationality':
      return identity.nationalityWords
    case 'speechLanguageNeeds':
      return identity.speechLanguageWords
    case 'disability':
      return identity.disabilityWords
    case 'needsInterpreter':
      return identity.needsInterpreter ? identity.interpreterLanguage : null
    default:
      return null
  }
}
