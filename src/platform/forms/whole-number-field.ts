import { z } from 'zod'
import { withPlainDigits } from './digits.ts'
import type { Field, Optional, Required } from './field.ts'
import { requiredInput, singleInput } from './single-input.ts'

type WholeNumberOptions = {
  /** What it is, to begin a message with: "Hours". */
  readonly name: string
  /** Inclusive; 0 unless given. */
  readonly min?: number
  /** Inclusive; 999,999,999 unless given, so that a database integer holds it. */
  readonly max?: number
}

/** A whole number, typed with or without commas between thousands. */
export function wholeNumberField(options: WholeNumberOptions & Required): Field<number>
export function wholeNumberField(options: WholeNumberOptions & Optional): Field<number | null>
export function wholeNumberField(
  options: WholeNumberOptions & (Required | Optional),
): Field<number | null> {
  const { missing, name, min = 0, max = 999_999_999 } = options
  const schema = z
    .string()
    .transform(text => withPlainDigits(text).replace('−', '-'))
    .refine(text => /^-?(\d+|\d{1,3}(,\d{3})+)$/.test(text), {
      error: `${name} must be a whole number`,
      abort: true,
    })
    .transform(text => Number(text.replaceAll(',', '')))
    .refine(number => number >= min, {
      error: `${name} must be ${counted(min)} or more`,
      abort: true,
    })
    .refine(number => number <= max, {
      error: `${name} must be ${counted(max)} or fewer`,
      abort: true,
    })
  const input = { schema, show: String }
  return missing === undefined
    ? singleInput({ ...input, missing })
    : requiredInput({ ...input, missing })
}

function counted(number: number): string {
  return number.toLocaleString('en-GB')
}
