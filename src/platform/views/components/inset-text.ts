import { attributes, classNames } from '../attributes.ts'
import { html, type Content, type Html } from '../html.ts'
import type { ElementOptions } from './optional-item.ts'

export type InsetTextOptions = ElementOptions & {
  readonly content: Content
  readonly id?: string | undefined
}

export function insetText(options: InsetTextOptions): Html {
  return html`<div${attributes({
    id: options.id,
    class: classNames('govuk-inset-text', options.classes),
    ...options.attributes,
  })}>${options.content}</div>`
}
