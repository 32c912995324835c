import type { Body, Field, FieldError, FormContext, FormValues, Reading, ValueOf } from './field.ts'
import { valid } from './field.ts'

/** Several fields by name: those of a form, or of one row in a group. */
export type Fields = Readonly<Record<string, Field<unknown>>>

export type FieldsValue<F extends Fields> = { readonly [Name in keyof F]: ValueOf<F[Name]> }

// No hyphens, so that `offences-0-title` can only be a row's input and `bornOn-day` only a date's.
const fieldName = /^[a-z][A-Za-z0-9]*$/

/** @throws Error at the start for a name that could not be told apart from those of other inputs */
export function checkFieldNames(fields: Fields): void {
  const wrong = Object.keys(fields).find(name => !fieldName.test(name))
  if (wrong !== undefined)
    throw new Error(`"${wrong}" is no name for a field: use letters and digits`)
}

/** The name of a field's input inside a row (`offences-0`) or, with no prefix, in the form itself. */
export function inputName(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}-${name}`
}

export function typedFields(fields: Fields, body: Body, prefix: string): FormValues {
  return merged(fields, (field, name) => field.typed(body, inputName(prefix, name)))
}

/** What the inputs show for these values; a field without one is empty. */
export function showFields(fields: Fields, value: object, prefix: string): FormValues {
  const given: ReadonlyMap<string, unknown> = new Map(Object.entries(value))
  return merged(fields, (field, name) => field.show(given.get(name), inputName(prefix, name)))
}

/** The id to which an error points: of `bornOn` its first input, of `offences-0-title` the one in that row. */
export function anchorOf(fields: Fields, name: string): string {
  const [group = '', , inner = ''] = name.split('-')
  const field = fieldNamed(fields, name) ?? fieldNamed(fieldNamed(fields, group)?.rows ?? {}, inner)
  return field?.anchor(name) ?? name
}

function fieldNamed(fields: Fields, name: string): Field<unknown> | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined
}

/** Reads every field, so that all mistakes are told at once and in the page's order. */
export function readFields<F extends Fields>(
  fields: F,
  typed: FormValues,
  prefix: string,
  context: FormContext,
): Reading<FieldsValue<F>> {
  const errors: FieldError[] = []
  const values = new Map<string, unknown>()
  for (const [name, field] of Object.entries(fields)) {
    const reading = field.read(typed, inputName(prefix, name), context)
    if (reading.kind === 'valid') values.set(name, reading.value)
    else errors.push(...reading.errors)
  }
  const value: unknown = Object.fromEntries(values)
  return isComplete(value, fields, values) ? valid(value) : { kind: 'invalid', errors }
}

function isComplete<F extends Fields>(
  value: unknown,
  fields: F,
  read: ReadonlyMap<string, unknown>,
): value is FieldsValue<F> {
  return typeof value === 'object' && Object.keys(fields).every(name => read.has(name))
}

function merged(
  fields: Fields,
  inputs: (field: Field<unknown>, name: string) => FormValues,
): FormValues {
  const entries = Object.entries(fields).flatMap(([name, field]) =>
    Object.entries(inputs(field, name)),
  )
  return Object.fromEntries(entries)
}
