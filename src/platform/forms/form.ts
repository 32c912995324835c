import type { Body, FieldError, FormContext, FormValues } from './field.ts'
import type { Fields, FieldsValue } from './fields.ts'
import { anchorOf, checkFieldNames, readFields, showFields, typedFields } from './fields.ts'

export type { FieldError, FormContext, FormValues } from './field.ts'

/** `values` is what was typed, by input name, for showing the page again. */
export type InvalidForm = {
  readonly kind: 'invalid'
  readonly errors: readonly FieldError[]
  readonly values: FormValues
}

export type ParsedForm<Value> =
  | { readonly kind: 'valid'; readonly value: Value; readonly values: FormValues }
  | InvalidForm
  /** A button that adds or removes a row, or shows the rows again, was pressed: show the page and save nothing. */
  | { readonly kind: 'rearranged'; readonly values: FormValues }

/** What is wrong beyond one field: shown at `field`, in a row `offences-0-title`, with the parts of a date. */
export type Problem<Name extends string = string> = {
  readonly field: Name | `${Name}-${number}-${string}`
  readonly message: string
  readonly parts?: readonly ('day' | 'month' | 'year')[]
}

export type Form<Value, Name extends string = string> = {
  /** Reads a request body, whatever it is. */
  parse(body: unknown, context: FormContext): ParsedForm<Value>
  /** The values of a page not yet filled in. */
  empty(): FormValues
  /** The values of a page for changing what is recorded. */
  fill(value: { readonly [Key in keyof Value]?: Value[Key] | null | undefined }): FormValues
  /** The page again, as typed, when a rule beyond the form says no. */
  refuse(body: unknown, problems: readonly Problem<Name>[]): InvalidForm
}

/** The value that a form gives when it is valid: `FormValue<typeof someForm>`. */
export type FormValue<F> = F extends {
  parse(...inputs: never[]): ParsedForm<infer Value>
}
  ? Value
  : never

type FormDefinition<F extends Fields> = {
  readonly fields: F
  /** Looks at the fields together, once each is right by itself. */
  readonly check?: (
    value: FieldsValue<F>,
    context: FormContext,
  ) => readonly Problem<keyof F & string>[]
}

/**
 * A form as data.
 *
 * @throws Error at the start for a field name that could not be told apart from those of other inputs
 */
export function defineForm<const F extends Fields>(
  definition: FormDefinition<F>,
): Form<FieldsValue<F>, keyof F & string> {
  const { fields, check } = definition
  checkFieldNames(fields)
  const refuse = (sent: unknown, problems: readonly Problem[]): InvalidForm => ({
    kind: 'invalid',
    errors: problems.map(problem => located(fields, problem)),
    values: typedFields(fields, bodyOf(sent), ''),
  })
  return {
    parse(sent, context) {
      const body = bodyOf(sent)
      const rearranged = rearrangedValues(fields, body)
      if (rearranged) return { kind: 'rearranged', values: rearranged }
      const values = typedFields(fields, body, '')
      const reading = readFields(fields, values, '', context)
      if (reading.kind === 'invalid') return { ...reading, values }
      const problems = check?.(reading.value, context) ?? []
      return problems.length > 0 ? refuse(values, problems) : { ...reading, values }
    },
    empty: () => showFields(fields, {}, ''),
    fill: value => showFields(fields, value, ''),
    refuse,
  }
}

function bodyOf(sent: unknown): Body {
  return isBody(sent) ? sent : {}
}

function isBody(sent: unknown): sent is Body {
  return typeof sent === 'object' && sent !== null && !Array.isArray(sent)
}

/** Every field as typed, with the rows of the group whose button was pressed as they are to be. */
function rearrangedValues(fields: Fields, body: Body): FormValues | undefined {
  for (const [name, field] of Object.entries(fields)) {
    const rows = field.rearranged?.(body, name)
    if (!rows) continue
    const others = Object.entries(fields).filter(([other]) => other !== name)
    return { ...typedFields(Object.fromEntries(others), body, ''), ...rows }
  }
  return undefined
}

function located(fields: Fields, { field, message, parts }: Problem): FieldError {
  const [part] = parts ?? []
  const anchor = part === undefined ? anchorOf(fields, field) : `${field}-${part}`
  return { field, href: `#${anchor}`, message, ...(parts && { parts }) }
}
