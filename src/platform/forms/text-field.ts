import { z } from 'zod'
import type { Field, Optional, Required } from './field.ts'
import { requiredInput, singleInput } from './single-input.ts'
import { hasUnreadableCharacters, lengthOf, tidyText } from './tidy-text.ts'

export type TextOptions = {
  /** What it is, to begin a message with: "Given name". */
  readonly name?: string
  /** In code points. */
  readonly maxLength?: number
  readonly tooLong?: string
  /** A further rule with its own message, such as `z.email('Enter an email address …')`. */
  readonly matches?: z.ZodType<string, string>
}

/** One line of text. Any script and emoji are welcome; line breaks and control characters are not. */
export function textField(options: TextOptions & Required): Field<string>
export function textField(options: TextOptions & Optional): Field<string | null>
export function textField(options: TextOptions & (Required | Optional)): Field<string | null> {
  return textInput({ maxLength: 200, ...options }, 'one line')
}

/** A field for text with the rules that text of one line and of many share. */
export function textInput(
  options: TextOptions & { readonly maxLength: number } & (Required | Optional),
  lines: 'one line' | 'many lines',
): Field<string | null> {
  const { missing } = options
  const input = { schema: textSchema(options, lines), show: (text: string) => text }
  return missing === undefined
    ? singleInput({ ...input, missing })
    : requiredInput({ ...input, missing })
}

function textSchema(
  options: TextOptions & { readonly maxLength: number },
  lines: 'one line' | 'many lines',
): z.ZodType<string, string> {
  const { name = 'The text', maxLength } = options
  const text = z
    .string()
    .transform(tidyText)
    .refine(tidy => !hasUnreadableCharacters(tidy), {
      error: `${name} must not contain characters that cannot be shown. Type it in again`,
      abort: true,
    })
    .refine(tidy => lines === 'many lines' || !tidy.includes('\n'), {
      error: `${name} must be on one line`,
      abort: true,
    })
    .refine(tidy => lengthOf(tidy) <= maxLength, {
      error: ({ input }) => options.tooLong ?? tooLong(name, maxLength, lengthOf(String(input))),
      abort: true,
    })
  return options.matches ? text.pipe(options.matches) : text
}

function tooLong(name: string, maxLength: number, length: number): string {
  const over = length - maxLength
  const [most, extra] = [maxLength, over].map(count => count.toLocaleString('en-GB'))
  return `${name} must be ${most} characters or fewer. It is ${extra} ${over === 1 ? 'character' : 'characters'} too long`
}
