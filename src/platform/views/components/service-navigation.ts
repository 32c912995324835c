import { attributes, classNames, type Attributes } from '../attributes.ts'
import { html, type Content, type Html } from '../html.ts'
import type { ElementOptions, Optional } from './optional-item.ts'

export type ServiceNavigationItem = {
  readonly content: Content
  readonly href?: string | undefined
  /** This very page. */
  readonly current?: boolean | undefined
  /** A page within this section. */
  readonly active?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

export type ServiceNavigationOptions = ElementOptions & {
  readonly serviceName?: string | undefined
  readonly serviceUrl?: string | undefined
  readonly navigation?: readonly Optional<ServiceNavigationItem>[] | undefined
  readonly ariaLabel?: string | undefined
  readonly menuButtonText?: string | undefined
  readonly menuButtonLabel?: string | undefined
  readonly navigationLabel?: string | undefined
  readonly navigationId?: string | undefined
  readonly navigationClasses?: string | undefined
  /** By default, when there is more than one item. */
  readonly collapseNavigationOnMobile?: boolean | undefined
}

export function serviceNavigation(options: ServiceNavigationOptions): Html {
  const shared = {
    class: classNames('govuk-service-navigation', options.classes),
    'data-module': 'govuk-service-navigation',
    ...options.attributes,
  }
  const content = html`<div class="govuk-width-container">
    <div class="govuk-service-navigation__container">
      ${options.serviceName && serviceName(options.serviceName, options.serviceUrl)}
      ${navigation(options)}
    </div>
  </div>`
  if (!options.serviceName) return html`<div${attributes(shared)}>${content}</div>`
  const label = options.ariaLabel ?? 'Service information'
  return html`<section${attributes({ 'aria-label': label, ...shared })}>${content}</section>`
}

function serviceName(name: string, url: string | undefined): Html {
  const inside = url
    ? html`<a${attributes({ href: url, class: 'govuk-service-navigation__link' })}>${name}</a>`
    : html`<span class="govuk-service-navigation__text">${name}</span>`
  return html`<span class="govuk-service-navigation__service-name">${inside}</span>`
}

function navigation(options: ServiceNavigationOptions): Html | null {
  const items = (options.navigation ?? []).flatMap(item => item || [])
  if (items.length === 0) return null
  const buttonText = options.menuButtonText || 'Menu'
  const id = options.navigationId || 'navigation'
  const collapses = options.collapseNavigationOnMobile ?? items.length > 1
  return html`<nav${attributes({
    'aria-label': options.navigationLabel || buttonText,
    class: classNames('govuk-service-navigation__wrapper', options.navigationClasses),
  })}>
  ${collapses && menuButton(buttonText, options.menuButtonLabel, id)}
  <ul class="govuk-service-navigation__list" id="${id}">${items.map(listItem)}</ul>
</nav>`
}

function menuButton(text: string, label: string | undefined, controls: string): Html {
  return html`<button${attributes({
    type: 'button',
    class: 'govuk-service-navigation__toggle govuk-js-service-navigation-toggle',
    'aria-controls': controls,
    'aria-label': label && label !== text ? label : undefined,
    hidden: true,
    'aria-hidden': 'true',
  })}>${text}</button>`
}

function listItem(item: ServiceNavigationItem): Html {
  const isActive = item.active === true || item.current === true
  const content = isActive
    ? html`<strong class="govuk-service-navigation__active-fallback">${item.content}</strong>`
    : item.content
  const ariaCurrent = isActive ? (item.current ? 'page' : 'true') : undefined
  const className = classNames(
    'govuk-service-navigation__item',
    isActive && 'govuk-service-navigation__item--active',
  )
  return html`<li class="${className}">
    ${
      item.href
        ? html`<a${attributes({ class: 'govuk-service-navigation__link', href: item.href, 'aria-current': ariaCurrent, ...item.attributes })}>${content}</a>`
        : item.content &&
          html`<span${attributes({ class: 'govuk-service-navigation__text', 'aria-current': ariaCurrent })}>${content}</span>`
    }
  </li>`
}
