import { attributes, classNames, type Attributes } from '../attributes.ts'
import { html, type Content, type Html } from '../html.ts'
import type { ElementOptions, Optional } from './optional-item.ts'

export type PaginationItem =
  | { readonly ellipsis: true }
  | {
      readonly number: string | number
      readonly href: string
      readonly current?: boolean | undefined
      readonly visuallyHiddenText?: string | undefined
      readonly attributes?: Attributes | undefined
    }

export type PaginationLink = {
  readonly href: string
  readonly content?: Content | undefined
  /** Says what the page is about; only shown when there are no numbers. */
  readonly labelText?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type PaginationOptions = ElementOptions & {
  readonly items?: readonly Optional<PaginationItem>[] | undefined
  readonly previous?: PaginationLink | undefined
  readonly next?: PaginationLink | undefined
  readonly landmarkLabel?: string | undefined
}

const previousIcon = html`<svg
  class="govuk-pagination__icon govuk-pagination__icon--prev"
  xmlns="http://www.w3.org/2000/svg"
  height="13"
  width="15"
  aria-hidden="true"
  focusable="false"
  viewBox="0 0 15 13"
>
  <path
    d="m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"
  ></path>
</svg>`

const nextIcon = html`<svg
  class="govuk-pagination__icon govuk-pagination__icon--next"
  xmlns="http://www.w3.org/2000/svg"
  height="13"
  width="15"
  aria-hidden="true"
  focusable="false"
  viewBox="0 0 15 13"
>
  <path
    d="m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"
  ></path>
</svg>`

export function pagination(options: PaginationOptions): Html {
  const { items, previous, next } = options
  const isBlock = !items && Boolean(next ?? previous)
  return html`<nav${attributes({
    class: classNames('govuk-pagination', isBlock && 'govuk-pagination--block', options.classes),
    'aria-label': options.landmarkLabel || 'Pagination',
    ...options.attributes,
  })}>
  ${previous && arrowLink('prev', previous, isBlock)}
  ${
    items &&
    html`<ul class="govuk-pagination__list">
      ${items.map(item => item && page(item))}
    </ul>`
  }
  ${next && arrowLink('next', next, isBlock)}
</nav>`
}

function arrowLink(direction: 'prev' | 'next', link: PaginationLink, isBlock: boolean): Html {
  const icon = direction === 'prev' ? previousIcon : nextIcon
  const iconFirst = isBlock || direction === 'prev'
  return html`<div class="govuk-pagination__${direction}">
  <a${attributes({
    class: 'govuk-link govuk-pagination__link',
    href: link.href,
    rel: direction,
    ...link.attributes,
  })}>
    ${iconFirst && icon}
    ${linkTitle(direction === 'prev' ? 'Previous' : 'Next', link, isBlock)}
    ${!iconFirst && icon}
  </a>
</div>`
}

function linkTitle(word: string, { content, labelText }: PaginationLink, isBlock: boolean): Html {
  const className = classNames(
    'govuk-pagination__link-title',
    isBlock && !labelText && 'govuk-pagination__link-title--decorated',
  )
  const title = content ?? html`${word}<span class="govuk-visually-hidden"> page</span>`
  const label = html`<span class="govuk-visually-hidden">:</span>
    <span class="govuk-pagination__link-label">${labelText}</span>`
  return html`<span class="${className}">${title}</span> ${isBlock && labelText && label}`
}

function page(item: PaginationItem): Html {
  if ('ellipsis' in item) {
    return html`<li class="govuk-pagination__item govuk-pagination__item--ellipsis">&ctdot;</li>`
  }
  return html`<li class="${classNames('govuk-pagination__item', item.current && 'govuk-pagination__item--current')}">
  <a${attributes({
    class: 'govuk-link govuk-pagination__link',
    href: item.href,
    'aria-label': item.visuallyHiddenText ?? `Page ${item.number}`,
    'aria-current': item.current ? 'page' : undefined,
    ...item.attributes,
  })}>${item.number}</a>
</li>`
}
