import { z } from 'zod'
import { longestPassword } from '#platform/credentials/password-rule.ts'
import type { Field } from '#platform/forms/field.ts'
import { requiredInput } from '#platform/forms/single-input.ts'
import { lengthOf } from '#platform/forms/tidy-text.ts'

/** A password exactly as typed, spaces and all; never shown again. */
export function passwordField({ missing }: { readonly missing: string }): Field<string> {
  const error = `A password can have up to ${longestPassword} characters`
  const schema = z.string().refine(text => lengthOf(text) <= longestPassword, { error })
  return requiredInput({ missing, schema, show: () => '' })
}
