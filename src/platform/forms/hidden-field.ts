import { z } from 'zod'
import type { Field, Optional } from './field.ts'
import { requiredInput, singleInput } from './single-input.ts'

type HiddenOptions = {
  /** What it has to be, such as `z.uuid()`; any text of up to 200 characters unless given. */
  readonly matches?: z.ZodType<string, string>
}

/** A value that the page carries and nobody types: when it is wrong, the page is at fault, and says so. */
export function hiddenField(options?: HiddenOptions): Field<string>
export function hiddenField(options: HiddenOptions & Optional): Field<string | null>
export function hiddenField(
  options: HiddenOptions & { readonly optional?: true } = {},
): Field<string | null> {
  const error = 'This page has gone wrong. Go back, open it again and retry'
  const wanted = options.matches ?? z.string().max(200)
  const schema = z.string().refine(text => wanted.safeParse(text).success, { error })
  const input = { schema, show: (text: string) => text }
  return options.optional === true
    ? singleInput({ ...input, missing: undefined })
    : requiredInput({ ...input, missing: error })
}
