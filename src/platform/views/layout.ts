import { attributes } from './attributes.ts'
import { backLink, type BackLinkOptions } from './components/back-link.ts'
import { breadcrumbs, type BreadcrumbItem } from './components/breadcrumbs.ts'
import type { Optional } from './components/optional-item.ts'
import { serviceNavigation, type ServiceNavigationItem } from './components/service-navigation.ts'
import { skipLink } from './components/skip-link.ts'
import { html, renderHtml, type Html } from './html.ts'

export type NavigationItem = { readonly content: string; readonly href: string }

export type LayoutUser = { readonly name: string; readonly role?: string | undefined }

export type LayoutOptions = {
  /** What the page is, as in its h1. */
  readonly title: string
  readonly body: Html
  /** Path of this page; marks the navigation item it belongs to. */
  readonly currentUrl: string
  /** The youth justice service whose records these are. */
  readonly serviceName: string
  /** Changes with every release, so that browsers fetch new styles. */
  readonly assetVersion: string
  readonly user?: LayoutUser | undefined
  /** Beside the user's name: the sign-out form, a link to the account. */
  readonly accountLinks?: Html | undefined
  /** The search box, for those who may search. */
  readonly search?: Html | undefined
  readonly navigation?: readonly Optional<NavigationItem>[] | undefined
  readonly footerLinks?: readonly Optional<NavigationItem>[] | undefined
  /** The address to go back to, or the whole back link. */
  readonly backLink?: string | BackLinkOptions | undefined
  readonly breadcrumbs?: readonly BreadcrumbItem[] | undefined
  /** Whose record this is: printed right above the content, outside main. */
  readonly identity?: Html | undefined
  /** Says "Error: " before the title, which is what a screen reader hears first. */
  readonly errors?: boolean | undefined
  readonly demoNotice?: boolean | undefined
}

export const demoNoticeText = 'This is a demonstration. Every person on these pages is invented.'

/** A whole page, ready to send. It holds no script or style of its own, for a strict CSP. */
export function layout(options: LayoutOptions): string {
  return renderHtml(
    html`<!DOCTYPE html>
      <html lang="en-GB" class="govuk-template app-template">
        ${head(options)}
        <body class="govuk-template__body">
          ${skipLink({ href: '#main-content', content: 'Skip to main content' })} ${header(options)}
          ${options.demoNotice && demoNotice} ${navigation(options)}
          ${options.identity && html`<section aria-label="Whose record this is">${options.identity}</section>`}
          <div class="govuk-width-container">
            ${wayBack(options)}
            <main class="govuk-main-wrapper" id="main-content">${options.body}</main>
          </div>
          ${footer(options.footerLinks ?? [])}
        </body>
      </html> `,
  )
}

function head({ title, serviceName, assetVersion, errors }: LayoutOptions): Html {
  return html`<head>
    <meta charset="utf-8" />
    <title>${errors && 'Error: '}${title} - ${serviceName} - Alongside</title>
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="robots" content="noindex, nofollow" />
    <link rel="icon" href="/assets/alongside/mark.svg?v=${assetVersion}" type="image/svg+xml" />
    <link rel="stylesheet" href="/assets/alongside/alongside.css?v=${assetVersion}" />
    <script type="module" src="/assets/alongside/alongside.js?v=${assetVersion}"></script>
  </head>`
}

function header({ serviceName, user, accountLinks, search, assetVersion }: LayoutOptions): Html {
  return html`<header class="app-header">
    <div class="govuk-width-container app-header__container">
      <a class="app-header__home" href="/">
        <img
          class="app-header__mark"
          src="/assets/alongside/mark.svg?v=${assetVersion}"
          alt=""
          width="36"
          height="36"
        />
        <span class="app-header__name">Alongside</span>
      </a>
      <span class="app-header__service">${serviceName}</span>
      ${(user || accountLinks) && html`<div class="app-header__account">${user && account(user)}${accountLinks}</div>`}
      ${search}
    </div>
  </header>`
}

function account({ name, role }: LayoutUser): Html {
  return html`<span class="app-header__user">
    <span class="govuk-visually-hidden">Signed in as </span
    >${name}${role && html`<span class="app-header__role">, ${role}</span>`}
  </span>`
}

const demoNotice = html`<div class="app-demo-notice" role="region" aria-label="Demonstration">
  <p class="govuk-width-container app-demo-notice__text">${demoNoticeText}</p>
</div>`

function navigation({ navigation: items, currentUrl }: LayoutOptions): Html | null {
  const given = (items ?? []).flatMap(item => item || [])
  if (given.length === 0) return null
  const section = sectionOf(currentUrl, given)
  return html`${serviceNavigation({
    classes: 'app-service-navigation',
    navigationLabel: 'Main',
    navigation: given.map(item => serviceNavigationItem(item, currentUrl, section)),
  })}`
}

function serviceNavigationItem(
  item: NavigationItem,
  currentUrl: string,
  section: NavigationItem | undefined,
): ServiceNavigationItem {
  const isHere = item === section
  const isThisPage = pathOf(item.href) === pathOf(currentUrl)
  return { ...item, current: isHere && isThisPage, active: isHere && !isThisPage }
}

/** The item whose address is the longest beginning of this page's; `/` is only itself. */
function sectionOf(
  currentUrl: string,
  items: readonly NavigationItem[],
): NavigationItem | undefined {
  const path = pathOf(currentUrl)
  return items
    .filter(({ href }) => path === pathOf(href) || path.startsWith(`${pathOf(href)}/`))
    .toSorted((one, other) => pathOf(other.href).length - pathOf(one.href).length)[0]
}

function pathOf(url: string): string {
  return url.split(/[?#]/)[0] ?? ''
}

function wayBack(options: LayoutOptions): Html | null {
  if (options.breadcrumbs && options.breadcrumbs.length > 0) {
    return breadcrumbs({ items: options.breadcrumbs, collapseOnMobile: true })
  }
  if (!options.backLink) return null
  const { backLink: given } = options
  const link = backLink(typeof given === 'string' ? { href: given } : given)
  return html`<nav aria-label="Back">${link}</nav>`
}

function footer(links: readonly Optional<NavigationItem>[]): Html {
  const given = links.flatMap(link => link || [])
  const items = given.map(
    ({ href, content }) =>
      html`<li class="app-footer__item"><a${attributes({ class: 'govuk-link govuk-link--no-visited-state', href })}>${content}</a></li>`,
  )
  return html`<footer class="app-footer">
    <div class="govuk-width-container">
      ${
        items.length > 0 &&
        html`<ul class="app-footer__list">
          ${items}
        </ul>`
      }
      <p class="app-footer__text">
        Alongside is open source: anyone may read it, run it and improve it.
      </p>
    </div>
  </footer>`
}
