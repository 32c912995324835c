import { attributes, classNames, type Attributes } from '../attributes.ts'
import { html, type Content, type Html } from '../html.ts'
import type { ElementOptions } from './optional-item.ts'

export type BreadcrumbItem = {
  readonly content: Content
  readonly href?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type BreadcrumbsOptions = ElementOptions & {
  readonly items: readonly BreadcrumbItem[]
  readonly labelText?: string | undefined
  readonly collapseOnMobile?: boolean | undefined
}

export function breadcrumbs(options: BreadcrumbsOptions): Html {
  const collapse = options.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile'
  return html`<nav${attributes({
    class: classNames('govuk-breadcrumbs', options.classes, collapse),
    ...options.attributes,
    'aria-label': options.labelText ?? 'Breadcrumb',
  })}>
  <ol class="govuk-breadcrumbs__list">${options.items.map(breadcrumb)}</ol>
</nav>`
}

function breadcrumb(item: BreadcrumbItem): Html {
  if (!item.href) {
    return html`<li class="govuk-breadcrumbs__list-item" aria-current="page">${item.content}</li>`
  }
  return html`<li class="govuk-breadcrumbs__list-item"><a${attributes({
    class: 'govuk-breadcrumbs__link',
    href: item.href,
    ...item.attributes,
  })}>${item.content}</a></li>`
}
