import { formatDate } from '../calendar/format-date.ts'
import { parsePlainDate } from '../calendar/plain-date.ts'
import { ethnicities, sexes } from '../vocabulary/children.ts'
import {
  disabilityAnswers,
  genders,
  nationalities,
  religions,
  sameAsRegistered,
  speechLanguageAnswers,
} from '../vocabulary/identity.ts'

/** A value of a child's own row, by the column's name in the database: text, number, yes or no, or nothing. */
export type IdentityValues = Readonly<Record<string, unknown>>

/** What is asked as one: a field of a child's own record, with the columns that hold it. */
export interface IdentityField {
  /** The name of the field in forms and in what is kept of a merge. */
  readonly key: string
  readonly title: string
  /** Columns that only make sense together: who said it goes with the day it was asked. */
  readonly columns: readonly string[]
  /** What stands there when nobody has said anything yet. */
  readonly nothing: unknown
  /** @param values all columns of the field */
  readonly inWords: (value: unknown, values: IdentityValues) => string
}

/** Which of two records a field is taken from. */
export type Side = 'kept' | 'merged'

const plainly = (value: unknown): string => (typeof value === 'string' ? value : 'Nothing recorded')
const yesNo = (value: unknown): string => (value === true ? 'Yes' : 'No')
const day = (value: unknown): string => {
  const read = typeof value === 'string' ? parsePlainDate(value) : undefined
  return read === undefined ? plainly(value) : formatDate(read)
}
const coded =
  (words: Readonly<Record<string, string>>) =>
  (value: unknown): string =>
    typeof value === 'string' ? (words[value] ?? value) : plainly(value)

const ethnicityNames = Object.fromEntries(
  Object.entries(ethnicities).map(([code, { name }]) => [code, name]),
)

/** A code with what the child said in their own words. */
function answered(
  key: string,
  title: string,
  words: Readonly<Record<string, string>>,
  own: string,
): IdentityField {
  const code = coded(words)
  return field(key, title, {
    columns: [key, own],
    nothing: 'not-asked',
    inWords: (value, values) => {
      const said = values[own]
      return typeof said === 'string' && said !== '' ? `${code(value)}: ${said}` : code(value)
    },
  })
}

function field(
  key: string,
  title: string,
  settings: Partial<Omit<IdentityField, 'key' | 'title'>> = {},
): IdentityField {
  return { key, title, columns: [key], nothing: null, inWords: plainly, ...settings }
}

/**
 * Everything that a child's own row says of the child, in the order of the page. A test compares the columns with those of the database,
 * so that a new one is asked about too.
 */
export const identityFields: readonly IdentityField[] = [
  field('given_name', 'Given name'),
  field('middle_names', 'Middle names'),
  field('family_name', 'Family name'),
  field('known_as', 'Called'),
  field('pronouns', 'Pronouns'),
  field('born_on', 'Born', { inWords: day }),
  field('sex', 'Sex', { nothing: 'not-known', inWords: coded(sexes) }),
  answered('gender', 'Gender', genders, 'gender_words'),
  field('gender_as_registered', 'Gender as registered at birth', {
    nothing: 'not-asked',
    inWords: coded(sameAsRegistered),
  }),
  field('ethnicity', 'Ethnicity', {
    columns: ['ethnicity', 'ethnicity_asked_on'],
    nothing: 'not-asked',
    inWords: coded(ethnicityNames),
  }),
  answered('religion', 'Religion or belief', religions, 'religion_words'),
  answered('nationality', 'Nationality', nationalities, 'nationality_words'),
  field('first_language', 'First language'),
  field('other_languages', 'Other languages'),
  field('needs_interpreter', 'Needs an interpreter', {
    columns: ['needs_interpreter', 'interpreter_language'],
    nothing: false,
    inWords: (value, { interpreter_language: language }) =>
      value === true && typeof language === 'string' ? `Yes: ${language}` : yesNo(value),
  }),
  answered('disability', 'Disability', disabilityAnswers, 'disability_words'),
  answered(
    'speech_language_needs',
    'Speech, language and communication needs',
    speechLanguageAnswers,
    'speech_language_words',
  ),
  field('communication', 'How to talk with me'),
  field('what_matters', 'What matters to me'),
  field('best_way_to_reach', 'Best way to reach me'),
  field('originating_service_id', 'Number at the first service'),
]

/** One field of two records. */
export interface ComparedField {
  readonly field: IdentityField
  readonly kept: IdentityValues
  readonly merged: IdentityValues
  readonly isSame: boolean
  /** Taken unless somebody chooses otherwise: what the kept record says, or the other where it says nothing. */
  readonly usual: Side
}

/** Both records field by field. */
export function compareIdentities(kept: IdentityValues, merged: IdentityValues): ComparedField[] {
  return identityFields.map(one => ({
    field: one,
    kept: pick(one, kept),
    merged: pick(one, merged),
    isSame: isSameValue(one, kept, merged),
    usual: saysNothing(one, kept) && !saysNothing(one, merged) ? 'merged' : 'kept',
  }))
}

/** What is kept of one field when records are merged: both values, and which was taken. */
export interface FieldOfMerge {
  readonly field: string
  readonly kept: IdentityValues
  readonly merged: IdentityValues
  readonly chosen: Side
}

/**
 * The fields with what was chosen for each; the usual choice where nothing was.
 *
 * @param chosen by the field's key
 */
export function chooseFields(
  compared: readonly ComparedField[],
  chosen: Readonly<Record<string, Side | undefined>>,
): FieldOfMerge[] {
  return compared.map(({ field: { key }, kept, merged, isSame, usual }) => ({
    field: key,
    kept,
    merged,
    chosen: isSame ? 'kept' : (chosen[key] ?? usual),
  }))
}

/** What changes in the kept record: the columns of fields taken from the other one. */
export function valuesTaken(fields: readonly FieldOfMerge[]): IdentityValues {
  const taken = fields.filter(({ chosen }) => chosen === 'merged').map(({ merged }) => merged)
  return Object.assign({}, ...taken) as IdentityValues
}

/** How a field stands when a merge is undone. */
export interface FieldToUndo {
  readonly field: IdentityField
  /** What the kept record said before the merge, and what it says now. */
  readonly before: IdentityValues
  readonly now: IdentityValues
  /** `back`: it was taken from the other record and goes back; `asked`: it was changed since, so somebody has to say whose it is. */
  readonly becomes: 'same' | 'back' | 'asked'
}

/** Other merges into the same record, by what was chosen in them, the latest first. */
export interface OtherMerges {
  /** Undone already, but not yet when the merge in question was made: what they had brought was not the kept record's own. */
  readonly undoneSince: readonly (readonly FieldOfMerge[])[]
  /** Made later and still standing: what they brought goes when they are undone. */
  readonly standing: readonly (readonly FieldOfMerge[])[]
}

/**
 * What happens to each field of the kept record when a merge is undone.
 *
 * @param now the kept record as it stands
 */
export function compareForUndo(
  fields: readonly FieldOfMerge[],
  now: IdentityValues,
  others: OtherMerges,
): FieldToUndo[] {
  return fields.flatMap(one => {
    const found = identityFields.find(({ key }) => key === one.field)
    if (found === undefined) return []
    const before = valuesBefore(found, one, others.undoneSince)
    const becomes = becomesOnUndo(found, { ...one, kept: before }, now, others.standing)
    return [{ field: found, before, now: pick(found, now), becomes }]
  })
}

function becomesOnUndo(
  field: IdentityField,
  { kept, merged, chosen }: FieldOfMerge,
  now: IdentityValues,
  standing: OtherMerges['standing'],
): FieldToUndo['becomes'] {
  const isAsMerged = isSameValue(field, chosen === 'merged' ? merged : kept, now)
  if (isAsMerged) return chosen === 'merged' ? 'back' : 'same'
  const isOfAnother = standing.some(fields => isTaken(field, fields, now) !== undefined)
  return isOfAnother || isSameValue(field, kept, now) ? 'same' : 'asked'
}

/** What the record itself said before: a value that came with a merge which is undone by now does not count. */
function valuesBefore(
  field: IdentityField,
  { kept }: FieldOfMerge,
  undone: OtherMerges['undoneSince'],
): IdentityValues {
  return undone.reduce((value, fields) => isTaken(field, fields, value)?.kept ?? value, kept)
}

/** The field of a merge that brought this value; undefined when the merge did not bring it. */
function isTaken(
  field: IdentityField,
  fields: readonly FieldOfMerge[],
  value: IdentityValues,
): FieldOfMerge | undefined {
  return fields.find(
    ({ field: key, chosen, merged }) =>
      key === field.key && chosen === 'merged' && isSameValue(field, merged, value),
  )
}

/** Whose a change is that was made after the merge. */
export type ChangeIsOf = 'kept' | 'merged' | 'both'

/**
 * What is written into each of the two records when a merge is undone.
 *
 * @param changeIsOf by the field's key, for fields that are asked; the kept record's unless somebody says otherwise
 */
export function valuesAfterUndo(
  fields: readonly FieldToUndo[],
  changeIsOf: Readonly<Record<string, ChangeIsOf | undefined>>,
): Readonly<Record<Side, IdentityValues>> {
  const written: Record<Side, IdentityValues> = { kept: {}, merged: {} }
  for (const { field: one, before, now, becomes } of fields) {
    const whose = becomes === 'asked' ? (changeIsOf[one.key] ?? 'kept') : becomes
    if (whose === 'back' || whose === 'merged') written.kept = { ...written.kept, ...before }
    if (whose === 'merged' || whose === 'both') written.merged = { ...written.merged, ...now }
  }
  return written
}

/** A field's value in words. */
export function fieldInWords(one: IdentityField, values: IdentityValues): string {
  return one.inWords(values[one.key], values)
}

function saysNothing({ key, nothing }: IdentityField, values: IdentityValues): boolean {
  const value = values[key] ?? null
  return value === null || value === nothing || value === ''
}

function isSameValue({ columns }: IdentityField, a: IdentityValues, b: IdentityValues): boolean {
  return columns.every(
    column => JSON.stringify(a[column] ?? null) === JSON.stringify(b[column] ?? null),
  )
}

function pick({ columns }: IdentityField, values: IdentityValues): IdentityValues {
  return Object.fromEntries(columns.map(column => [column, values[column] ?? null]))
}
