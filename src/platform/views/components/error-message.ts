import { attributes, classNames } from '../attributes.ts'
import { html, type Content, type Html } from '../html.ts'
import type { ElementOptions } from './optional-item.ts'

export type ErrorMessageOptions = ElementOptions & {
  readonly content: Content
  readonly id?: string | undefined
  /** Empty text leaves the hidden word out. */
  readonly visuallyHiddenText?: string | undefined
}

export function errorMessage(options: ErrorMessageOptions): Html {
  const before = options.visuallyHiddenText ?? 'Error'
  return html`<p${attributes({
    id: options.id,
    class: classNames('govuk-error-message', options.classes),
    ...options.attributes,
  })}>${before && html`<span class="govuk-visually-hidden">${before}:</span> `}${options.content}</p>`
}
