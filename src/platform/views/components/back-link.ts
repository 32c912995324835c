import { attributes, classNames } from '../attributes.ts'
import { html, type Content, type Html } from '../html.ts'
import type { ElementOptions } from './optional-item.ts'

export type BackLinkOptions = ElementOptions & {
  readonly href?: string | undefined
  readonly content?: Content | undefined
}

export function backLink(options: BackLinkOptions): Html {
  const { href, content, classes } = options
  return html`<a${attributes({
    href: href || '#',
    class: classNames('govuk-back-link', classes),
    ...options.attributes,
  })}>${content || 'Back'}</a>`
}
