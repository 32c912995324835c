import { attributes, classNames } from '../attributes.ts'
import { html, type Content, type Html } from '../html.ts'
import type { ElementOptions } from './optional-item.ts'

export type LabelOptions = ElementOptions & {
  readonly content: Content
  readonly for?: string | undefined
  readonly isPageHeading?: boolean | undefined
}

/** A label without words prints nothing. */
export function label(options: LabelOptions): Html {
  if (options.content === '') return html``
  const element = html`<label${attributes({
    class: classNames('govuk-label', options.classes),
    ...options.attributes,
    for: options.for || undefined,
  })}>${options.content}</label>`
  return options.isPageHeading ? html`<h1 class="govuk-label-wrapper">${element}</h1>` : element
}
