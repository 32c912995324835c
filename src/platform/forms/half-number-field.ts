import { z } from 'zod'
import { withPlainDigits } from './digits.ts'
import type { Field, Optional, Required } from './field.ts'
import { requiredInput, singleInput } from './single-input.ts'

type HalfNumberOptions = {
  /** What it is, to begin a message with: "Hours". */
  readonly name: string
  /** Inclusive. */
  readonly max: number
}

/** A number of wholes and halves from 0: `12`, `12.5`, `12½`. */
export function halfNumberField(options: HalfNumberOptions & Required): Field<number>
export function halfNumberField(options: HalfNumberOptions & Optional): Field<number | null>
export function halfNumberField(
  options: HalfNumberOptions & (Required | Optional),
): Field<number | null> {
  const { missing, name, max } = options
  const schema = z
    .string()
    .transform(text => withPlainDigits(text.replace('½', '.5')))
    .refine(text => /^(\d+(\.[05]0?)?|\.50?)$/.test(text), {
      error: `${name} must be a number like 12 or 12.5`,
      abort: true,
    })
    .transform(Number)
    .refine(number => number <= max, { error: `${name} must be ${max} or fewer`, abort: true })
  const input = { schema, show: String }
  return missing === undefined
    ? singleInput({ ...input, missing })
    : requiredInput({ ...input, missing })
}
