import { attributes, classNames } from '../attributes.ts'
import { html, type Content, type Html } from '../html.ts'
import type { ElementOptions } from './optional-item.ts'

export type WarningTextOptions = ElementOptions & {
  readonly content: Content
  readonly iconFallbackText?: string | undefined
}

export function warningText(options: WarningTextOptions): Html {
  return html`<div${attributes({
    class: classNames('govuk-warning-text', options.classes),
    ...options.attributes,
  })}>
  <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
  <strong class="govuk-warning-text__text">
    <span class="govuk-visually-hidden">${options.iconFallbackText || 'Warning'}</span>
    ${options.content}
  </strong>
</div>`
}
