import { attributes, classNames } from '../attributes.ts'
import { html, type Content, type Html } from '../html.ts'
import { fieldMessages, formGroup, type FieldOptions } from './form-group.ts'
import { label, type LabelOptions } from './label.ts'
import { asOptions } from './optional-item.ts'

export type FileUploadOptions = FieldOptions & {
  readonly name: string
  readonly id?: string | undefined
  readonly label: Content | LabelOptions
  readonly multiple?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly describedBy?: string | undefined
}

/** A browser never fills this in again after an error, so there is no value. */
export function fileUpload(options: FileUploadOptions): Html {
  const id = options.id ?? options.name
  const messages = fieldMessages(id, options, options.describedBy)
  const field = html`<input${attributes({
    class: classNames(
      'govuk-file-upload',
      options.classes,
      options.errorMessage ? 'govuk-file-upload--error' : undefined,
    ),
    id,
    name: options.name,
    type: 'file',
    disabled: options.disabled,
    multiple: options.multiple,
    'aria-describedby': messages.describedBy,
    ...options.attributes,
  })}></input${attributes({
    class: classNames(
      'govuk-file-upload',
      options.classes,
      options.errorMessage ? 'govuk-file-upload--error' : undefined,
    ),
    id,
    name: options.name,
    type: 'file',
    disabled: options.disabled,
    multiple: options.multiple,
    'aria-describedby': messages.describedBy,
    ...options.attributes,
  })}>`
  return formGroup(
    options,
    html`${label({ ...asOptions(options.label), for: id })} ${messages.hint} ${messages.error}
    ${options.formGroup?.beforeInput} ${field} ${options.formGroup?.afterInput}`,
  )
}
