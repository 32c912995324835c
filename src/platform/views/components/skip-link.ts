import { attributes, classNames } from '../attributes.ts'
import { html, type Content, type Html } from '../html.ts'
import type { ElementOptions } from './optional-item.ts'

export type SkipLinkOptions = ElementOptions & {
  readonly content: Content
  readonly href?: string | undefined
}

export function skipLink(options: SkipLinkOptions): Html {
  return html`<a${attributes({
    href: options.href || '#content',
    class: classNames('govuk-skip-link', options.classes),
    ...options.attributes,
    'data-module': 'govuk-skip-link',
  })}>${options.content}</a>`
}
