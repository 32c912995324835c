import type { Temporal } from 'temporal-polyfill'

/** A request body as a form parser hands it over: nothing about it is trusted. */
export type Body = Readonly<Record<string, unknown>>

/** What was typed, by input name: for showing the page again. Repeated inputs give a list. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>

export type FieldError = {
  /** The field's name; in a row of a group `offences-0-title`. */
  readonly field: string
  /** Where the error summary links to: the id of the input to correct. */
  readonly href: string
  readonly message: string
  /** For dates: which of `day`, `month` and `year` to mark. */
  readonly parts?: readonly string[]
}

export type Reading<Value> =
  | { readonly kind: 'valid'; readonly value: Value }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }

export type FormContext = { readonly today: Temporal.PlainDate }

/** One question of a form. A new kind of question is a new builder of these. */
export type Field<Value> = {
  /** Its inputs as typed, and nothing else of the body; an input not sent is empty. */
  readonly typed: (body: Body, name: string) => FormValues
  readonly read: (typed: FormValues, name: string, context: FormContext) => Reading<Value>
  /** A value as it would be typed. Written as a method so that fields of different values fit one list. */
  show(value: Value | null | undefined, name: string): FormValues
  /** The id of the input to which an error about the whole field points. */
  readonly anchor: (name: string) => string
  /** The fields in each row, when it is a group of rows. */
  readonly rows?: Readonly<Record<string, Field<unknown>>>
  /** The inputs after an "add another" or "remove" button of this field; undefined when none was pressed. */
  readonly rearranged?: (body: Body, name: string) => FormValues | undefined
}

export type ValueOf<F> = F extends {
  readonly read: (...inputs: never[]) => Reading<infer Value>
}
  ? Value
  : never

/** Either a message for when nothing is typed, or leave to type nothing: then the value is null. */
export type Required = { readonly missing: string; readonly optional?: false }
export type Optional = { readonly missing?: undefined; readonly optional: true }

export function valid<Value>(value: Value): Reading<Value> {
  return { kind: 'valid', value }
}

/** An error on a field with one input, whose id is its name. */
export function invalid(field: string, message: string): Reading<never> {
  return { kind: 'invalid', errors: [{ field, href: `#${field}`, message }] }
}
