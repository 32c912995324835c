import { attributes, classNames } from '../attributes.ts'
import { html, type Content, type Html } from '../html.ts'
import type { ElementOptions } from './optional-item.ts'

/** Classes: `moj-badge--red`, `--green`, `--grey`, `--large`… */
export type BadgeOptions = ElementOptions & { readonly content: Content }

/** MoJ badge. */
export function badge(options: BadgeOptions): Html {
  return html`<span${attributes({
    class: classNames('moj-badge', options.classes),
    ...options.attributes,
  })}>${options.content}</span>`
}
