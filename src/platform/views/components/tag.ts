import { attributes, classNames } from '../attributes.ts'
import { html, type Content, type Html } from '../html.ts'
import type { ElementOptions } from './optional-item.ts'

/** Classes: `govuk-tag--grey`, `--green`, `--red`, `--orange`, `--yellow`, `--purple`… */
export type TagOptions = ElementOptions & { readonly content: Content }

export function tag(options: TagOptions): Html {
  return html`<strong${attributes({
    class: classNames('govuk-tag', options.classes),
    ...options.attributes,
  })}>${options.content}</strong>`
}
