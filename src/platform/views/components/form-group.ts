import { attributes, classNames } from '../attributes.ts'
import { html, type Content, type Html } from '../html.ts'
import { errorMessage, type ErrorMessageOptions } from './error-message.ts'
import { hint, type HintOptions } from './hint.ts'
import { asOptions, type ElementOptions } from './optional-item.ts'

export type FormGroupOptions = ElementOptions & {
  readonly beforeInput?: Content | undefined
  readonly afterInput?: Content | undefined
}

/** The options that every form component takes. */
export type FieldOptions = ElementOptions & {
  readonly hint?: Content | HintOptions | undefined
  readonly errorMessage?: Content | ErrorMessageOptions | undefined
  readonly formGroup?: FormGroupOptions | undefined
}

export type FieldMessages = {
  readonly hint: Html | undefined
  readonly error: Html | undefined
  /** What `aria-describedby` says; undefined when there is nothing to point at. */
  readonly describedBy: string | undefined
}

/** The hint and the error of a field, with the ids that tie them to it. */
export function fieldMessages(
  id: string,
  options: FieldOptions,
  describedBy: string | undefined,
): FieldMessages {
  const { hint: hintGiven, errorMessage: errorGiven } = options
  const hintId = hintGiven ? `${id}-hint` : undefined
  const errorId = errorGiven ? `${id}-error` : undefined
  return {
    hint: hintGiven ? hint({ ...asOptions(hintGiven), id: hintId }) : undefined,
    error: errorGiven ? errorMessage({ ...asOptions(errorGiven), id: errorId }) : undefined,
    describedBy: [describedBy, hintId, errorId].filter(Boolean).join(' ') || undefined,
  }
}

export function formGroup(options: FieldOptions, content: Html): Html {
  return html`<div${attributes({
    class: classNames(
      'govuk-form-group',
      options.errorMessage ? 'govuk-form-group--error' : undefined,
      options.formGroup?.classes,
    ),
    ...options.formGroup?.attributes,
  })}>${content}</div>`
}
