import { attributes, classNames, type Attributes } from '../attributes.ts'
import { html, type Content, type Html } from '../html.ts'
import { fieldMessages, formGroup, type FieldOptions } from './form-group.ts'
import { label, type LabelOptions } from './label.ts'
import { asOptions, type ElementOptions } from './optional-item.ts'

export type AffixOptions = ElementOptions & { readonly content: Content }

export type InputOptions = FieldOptions & {
  readonly name: string
  readonly id?: string | undefined
  readonly label: Content | LabelOptions
  readonly type?: string | undefined
  readonly value?: string | number | null | undefined
  readonly inputmode?: string | undefined
  readonly autocomplete?: string | undefined
  readonly autocapitalize?: string | undefined
  readonly pattern?: string | undefined
  readonly spellcheck?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly prefix?: Content | AffixOptions | undefined
  readonly suffix?: Content | AffixOptions | undefined
  readonly inputWrapper?: ElementOptions | undefined
}

export function input(options: InputOptions): Html {
  const id = options.id ?? options.name
  const messages = fieldMessages(id, options, options.describedBy)
  const field = html`<input${attributes(inputAttributes(id, messages.describedBy, options))}></input${attributes(inputAttributes(id, messages.describedBy, options))}>`
  return formGroup(
    options,
    html`${label({ ...asOptions(options.label), for: id })} ${messages.hint} ${messages.error}
    ${hasCompany(options) ? wrapped(options, field) : field}`,
  )
}

function inputAttributes(
  id: string,
  describedBy: string | undefined,
  options: InputOptions,
): Attributes {
  return {
    class: classNames(
      'govuk-input',
      options.classes,
      options.errorMessage ? 'govuk-input--error' : undefined,
    ),
    id,
    name: options.name,
    type: options.type || 'text',
    spellcheck: options.spellcheck === undefined ? undefined : String(options.spellcheck),
    value: options.value,
    disabled: options.disabled,
    'aria-describedby': describedBy,
    autocomplete: options.autocomplete,
    autocapitalize: options.autocapitalize,
    pattern: options.pattern,
    inputmode: options.inputmode,
    ...options.attributes,
  }
}

function hasCompany({ prefix, suffix, formGroup: group }: InputOptions): boolean {
  return [prefix, suffix, group?.beforeInput, group?.afterInput].some(Boolean)
}

function wrapped(options: InputOptions, field: Html): Html {
  const { prefix, suffix, inputWrapper } = options
  return html`<div${attributes({
    class: classNames('govuk-input__wrapper', inputWrapper?.classes),
    ...inputWrapper?.attributes,
  })}>
  ${options.formGroup?.beforeInput}
  ${prefix && affix('prefix', asOptions(prefix))}
  ${field}
  ${suffix && affix('suffix', asOptions(suffix))}
  ${options.formGroup?.afterInput}
</div>`
}

function affix(side: 'prefix' | 'suffix', options: AffixOptions): Html {
  return html`<div${attributes({
    class: classNames(`govuk-input__${side}`, options.classes),
    'aria-hidden': 'true',
    ...options.attributes,
  })}>${options.content}</div>`
}
