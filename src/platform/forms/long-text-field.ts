import type { Field, Optional, Required } from './field.ts'
import type { TextOptions } from './text-field.ts'
import { textInput } from './text-field.ts'

/** Text of many lines: a note, a rationale. At most 20,000 code points unless said otherwise. */
export function longTextField(options: TextOptions & Required): Field<string>
export function longTextField(options: TextOptions & Optional): Field<string | null>
export function longTextField(options: TextOptions & (Required | Optional)): Field<string | null> {
  return textInput({ maxLength: 20_000, ...options }, 'many lines')
}
