import { attributes, classNames } from '../attributes.ts'
import { html, type Content, type Html } from '../html.ts'
import { fieldMessages, formGroup, type FieldOptions } from './form-group.ts'
import { label, type LabelOptions } from './label.ts'
import { asOptions } from './optional-item.ts'

export type TextareaOptions = FieldOptions & {
  readonly name: string
  readonly id?: string | undefined
  readonly label: Content | LabelOptions
  readonly value?: string | null | undefined
  readonly rows?: number | undefined
  readonly autocomplete?: string | undefined
  readonly spellcheck?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly describedBy?: string | undefined
}

export function textarea(options: TextareaOptions): Html {
  const id = options.id ?? options.name
  const messages = fieldMessages(id, options, options.describedBy)
  // A browser drops the first line break inside a textarea, so one the reader wrote is doubled.
  const value = options.value?.startsWith('\n') ? `\n${options.value}` : options.value
  const field = html`<textarea${attributes({
    class: classNames(
      'govuk-textarea',
      options.errorMessage ? 'govuk-textarea--error' : undefined,
      options.classes,
    ),
    id,
    name: options.name,
    rows: options.rows ?? 5,
    spellcheck: options.spellcheck === undefined ? undefined : String(options.spellcheck),
    disabled: options.disabled,
    'aria-describedby': messages.describedBy,
    autocomplete: options.autocomplete,
    ...options.attributes,
  })}>${value}</textarea>`
  return formGroup(
    options,
    html`${label({ ...asOptions(options.label), for: id })} ${messages.hint} ${messages.error}
    ${options.formGroup?.beforeInput} ${field} ${options.formGroup?.afterInput}`,
  )
}
