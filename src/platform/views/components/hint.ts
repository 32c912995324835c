import { attributes, classNames } from '../attributes.ts'
import { html, type Content, type Html } from '../html.ts'
import type { ElementOptions } from './optional-item.ts'

export type HintOptions = ElementOptions & {
  readonly content: Content
  readonly id?: string | undefined
}

export function hint(options: HintOptions): Html {
  return html`<div${attributes({
    id: options.id,
    class: classNames('govuk-hint', options.classes),
    ...options.attributes,
  })}>${options.content}</div>`
}
