import { attributes, classNames } from '../attributes.ts'
import { html, type Content, type Html } from '../html.ts'
import { raw } from '../trusted-html.ts'
import type { ElementOptions, Optional } from './optional-item.ts'

export type SideNavigationItem = {
  readonly content: Content
  readonly href: string
  readonly active?: boolean | undefined
}

export type SideNavigationSection = {
  readonly heading: Content
  readonly headingLevel?: 2 | 3 | 4 | 5 | 6 | undefined
  readonly items: readonly Optional<SideNavigationItem>[]
}

export type SideNavigationOptions = ElementOptions & {
  readonly label: string
  readonly sections: readonly Optional<SideNavigationSection>[]
}

/** MoJ side navigation, in sections with headings. */
export function sideNavigation(options: SideNavigationOptions): Html {
  return html`<nav${attributes({
    class: classNames('moj-side-navigation', options.classes),
    'aria-label': options.label,
    ...options.attributes,
  })}>${options.sections.map(each => each && section(each))}</nav>`
}

function section({ heading, headingLevel = 4, items }: SideNavigationSection): Html {
  const tag = raw(`h${headingLevel}`)
  return html`<${tag} class="moj-side-navigation__title">${heading}</${tag}>
<ul class="moj-side-navigation__list">${items.map(item => item && navigationItem(item))}</ul>`
}

function navigationItem({ content, href, active }: SideNavigationItem): Html {
  const className = classNames(
    'moj-side-navigation__item',
    active && 'moj-side-navigation__item--active',
  )
  return html`<li class="${className}"><a${attributes({
    href,
    'aria-current': active ? 'location' : undefined,
  })}>${content}</a></li>`
}
