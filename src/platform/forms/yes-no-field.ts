import { oneOf } from './choice-field.ts'
import type { Field, Optional, Required } from './field.ts'
import { requiredInput, singleInput } from './single-input.ts'

/** Two radios, `yes` and `no`. */
export function yesNoField(options: Required): Field<boolean>
export function yesNoField(options: Optional): Field<boolean | null>
export function yesNoField({ missing }: Required | Optional): Field<boolean | null> {
  const answer = oneOf(['yes', 'no'], missing ?? 'Select yes or no')
  const schema = answer.transform(chosen => chosen === 'yes')
  const input = { schema, show: (yes: boolean) => (yes ? 'yes' : 'no') }
  return missing === undefined
    ? singleInput({ ...input, missing })
    : requiredInput({ ...input, missing })
}
