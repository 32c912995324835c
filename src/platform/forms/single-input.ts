import type { z } from 'zod'
import type { Field, Reading } from './field.ts'
import { invalid, valid } from './field.ts'
import { sent, textOf, wasRepeated } from './typed-values.ts'

// Marks that show nothing: zero-width spaces and joiners, which come in with pasted text.
const invisible = /[\s\p{Cf}]/gu

type SingleInput<Value> = {
  readonly missing: string | undefined
  /** Reads a text that is not blank; its issues are the messages shown. */
  readonly schema: z.ZodType<Value, string>
  readonly show: (value: Value) => string
}

/** A field with one input whose text a zod schema reads; null when blank and nothing has to be typed. */
export function singleInput<Value>(options: SingleInput<Value>): Field<Value | null> {
  return {
    typed: (body, name) => ({ [name]: sent(body, name) }),
    read: (typed, name) => {
      if (wasRepeated(typed, name)) return invalid(name, 'Give one answer only')
      const text = textOf(typed, name)
      if (text.replace(invisible, '') !== '') return readWith(options.schema, text, name)
      return options.missing === undefined ? valid(null) : invalid(name, options.missing)
    },
    show: (value, name) => ({
      [name]: value === null || value === undefined ? '' : options.show(value),
    }),
    anchor: name => name,
  }
}

/** The same where something has to be typed, so that the value is never null. */
export function requiredInput<Value>(
  options: SingleInput<Value> & { readonly missing: string },
): Field<Value> {
  const field = singleInput(options)
  return {
    ...field,
    read: (typed, name, context) => {
      const reading = field.read(typed, name, context)
      if (reading.kind === 'invalid') return reading
      return reading.value === null ? invalid(name, options.missing) : valid(reading.value)
    },
  }
}

/** Reads a text with a zod schema; only the first issue is told, one mistake at a time. */
export function readWith<Value>(
  schema: z.ZodType<Value, string>,
  text: string,
  name: string,
): Reading<Value> {
  const result = schema.safeParse(text)
  if (result.success) return valid(result.data)
  return invalid(name, result.error.issues[0]?.message ?? 'This cannot be read')
}
