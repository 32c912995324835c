import { attributes, classNames } from '../attributes.ts'
import { html, type Content, type Html } from '../html.ts'
import type { ElementOptions, Optional } from './optional-item.ts'

export type SubNavigationItem = ElementOptions & {
  readonly content: Content
  readonly href: string
  /** This very page. */
  readonly active?: boolean | undefined
}

export type SubNavigationOptions = ElementOptions & {
  /** Says which navigation this is: "Pages about this child". */
  readonly label: string
  readonly items: readonly Optional<SubNavigationItem>[]
}

/** MoJ sub navigation: the pages of one record. */
export function subNavigation(options: SubNavigationOptions): Html {
  return html`<nav${attributes({
    class: classNames('moj-sub-navigation', options.classes),
    'aria-label': options.label,
    ...options.attributes,
  })}>
  <ul class="moj-sub-navigation__list">${options.items.map(item => item && navigationItem(item))}</ul>
</nav>`
}

function navigationItem(item: SubNavigationItem): Html {
  return html`<li class="${classNames('moj-sub-navigation__item', item.classes)}">
  <a${attributes({
    class: 'moj-sub-navigation__link',
    'aria-current': item.active ? 'page' : undefined,
    href: item.href,
    ...item.attributes,
  })}>${item.content}</a>
</li>`
}
