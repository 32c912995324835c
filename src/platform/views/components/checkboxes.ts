import type { Html } from '../html.ts'
import {
  choiceItem,
  choices,
  type Choice,
  type ChoiceDivider,
  type ChoicesOptions,
} from './choices.ts'
import type { Optional } from './optional-item.ts'

export type CheckboxItem = Choice & {
  readonly name?: string | undefined
  /** Choosing this one clears the others, and the other way round. */
  readonly behaviour?: 'exclusive' | undefined
}

export type CheckboxesOptions = ChoicesOptions & {
  readonly items: readonly Optional<CheckboxItem | ChoiceDivider>[]
  readonly values?: readonly (string | number)[] | null | undefined
  readonly describedBy?: string | undefined
}

export function checkboxes(options: CheckboxesOptions): Html {
  const chosen = new Set((options.values ?? []).map(String))
  const describedBy = options.fieldset?.describedBy ?? options.describedBy
  return choices('checkboxes', options, describedBy, (item, id) =>
    choiceItem(item, {
      kind: 'checkboxes',
      id,
      checked: item.checked ?? chosen.has(String(item.value)),
      describedBy: options.fieldset ? undefined : describedByGroup(options),
      input: {
        name: item.name ?? options.name,
        type: 'checkbox',
        'data-behaviour': item.behaviour,
      },
    }),
  )
}

/** Without a fieldset to carry them, each checkbox points at the group's hint and error itself. */
function describedByGroup(options: CheckboxesOptions): string | undefined {
  const id = options.idPrefix || options.name
  return [options.describedBy, options.hint && `${id}-hint`, options.errorMessage && `${id}-error`]
    .filter(Boolean)
    .join(' ')
}
