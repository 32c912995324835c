import type { Choices } from './choice-field.ts'
import { choiceValues } from './choice-field.ts'
import type { Field, Optional, Required } from './field.ts'
import { invalid, valid } from './field.ts'
import { sent, textsOf } from './typed-values.ts'

type ChoicesOptions<Value extends string> = {
  readonly choices: Choices<Value>
  /** Said when a value sent is none of the choices. */
  readonly unknown?: string
} & (Required | Optional)

/** Any of several: checkboxes. The value lists them in the order of the choices; none is an empty list. */
export function choicesField<const Value extends string>(
  options: ChoicesOptions<Value>,
): Field<readonly Value[]> {
  const values = choiceValues(options.choices)
  const error = options.unknown ?? options.missing ?? 'Select only from the choices'
  const known: ReadonlySet<string> = new Set(values)
  return {
    typed: (body, name) => ({ [name]: textsOf({ [name]: sent(body, name) }, name) }),
    read: (typed, name) => {
      const ticked = textsOf(typed, name).filter(text => text !== '')
      if (ticked.some(text => !known.has(text))) return invalid(name, error)
      if (ticked.length === 0 && options.missing !== undefined)
        return invalid(name, options.missing)
      return valid(values.filter(value => ticked.includes(value)))
    },
    show: (value, name) => ({ [name]: value ?? [] }),
    anchor: name => name,
  }
}
