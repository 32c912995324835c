import type { Html } from '../html.ts'
import {
  choiceItem,
  choices,
  type Choice,
  type ChoiceDivider,
  type ChoicesOptions,
} from './choices.ts'
import type { Optional } from './optional-item.ts'

export type RadioItem = Choice

/** Classes: `govuk-radios--inline`, `govuk-radios--small`. */
export type RadiosOptions = ChoicesOptions & {
  readonly items: readonly Optional<RadioItem | ChoiceDivider>[]
  readonly value?: string | number | null | undefined
}

export function radios(options: RadiosOptions): Html {
  const chosen = options.value ?? undefined
  return choices('radios', options, options.fieldset?.describedBy, (item, id) =>
    choiceItem(item, {
      kind: 'radios',
      id,
      checked: item.checked ?? (chosen !== undefined && String(item.value) === String(chosen)),
      input: { name: options.name, type: 'radio' },
    }),
  )
}
