import { attributes, classNames, type Attributes } from '../attributes.ts'
import { html, type Content, type Html } from '../html.ts'
import { fieldMessages, formGroup, type FieldOptions } from './form-group.ts'
import { label, type LabelOptions } from './label.ts'
import { asOptions, type Optional } from './optional-item.ts'

export type SelectItem = {
  readonly content: string
  /** Without one, the browser sends the words. */
  readonly value?: string | number | undefined
  readonly selected?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

export type SelectOptions = FieldOptions & {
  readonly name: string
  readonly id?: string | undefined
  readonly label: Content | LabelOptions
  readonly items: readonly Optional<SelectItem>[]
  readonly value?: string | number | null | undefined
  readonly disabled?: boolean | undefined
  readonly describedBy?: string | undefined
}

export function select(options: SelectOptions): Html {
  const id = options.id ?? options.name
  const messages = fieldMessages(id, options, options.describedBy)
  const field = html`<select${attributes({
    class: classNames(
      'govuk-select',
      options.classes,
      options.errorMessage ? 'govuk-select--error' : undefined,
    ),
    id,
    name: options.name,
    disabled: options.disabled,
    'aria-describedby': messages.describedBy,
    ...options.attributes,
  })}>${options.items.map(item => item && choice(item, options.value))}</select>`
  return formGroup(
    options,
    html`${label({ ...asOptions(options.label), for: id })} ${messages.hint} ${messages.error}
    ${options.formGroup?.beforeInput} ${field} ${options.formGroup?.afterInput}`,
  )
}

function choice(item: SelectItem, chosen: SelectOptions['value']): Html {
  const isChosen = chosen !== undefined && chosen !== null && sameValue(item, chosen)
  return html`<option${attributes({
    value: item.value,
    selected: item.selected ?? isChosen,
    disabled: item.disabled,
    ...item.attributes,
  })}>${item.content}</option>`
}

function sameValue(item: SelectItem, chosen: string | number): boolean {
  return String(item.value ?? item.content) === String(chosen)
}
