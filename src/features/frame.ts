import { may, roles, type Permission } from '#domain/access/permissions.ts'
import type { ErrorPage } from '#platform/http/error-handler.ts'
import type { View } from '#platform/http/view.ts'
import type { Frame } from '#platform/http/router.ts'
import { html, type Html } from '#platform/views/html.ts'
import { layout } from '#platform/views/layout.ts'
import { notificationBanner } from '#platform/views/components/notification-banner.ts'
import { childrenUrl, foundUrl } from './children/urls.ts'
import { headerSearchBox } from './search-box.ts'
import type { StaffMember } from '#records/staff.ts'

/** What stands around every page, decided once at the start. */
export interface Surroundings {
  readonly serviceName: string
  readonly isDemonstration: boolean
  readonly assetVersion: string
}

interface Section {
  readonly href: string
  readonly content: string
  readonly permission: Permission
}

const sections: readonly Section[] = [
  { href: '/my-work', content: 'My work', permission: 'work.own' },
  { href: '/my-team', content: 'My team', permission: 'team.open' },
  { href: '/service-today', content: 'The service today', permission: 'service.open' },
  { href: '/children', content: 'Children', permission: 'child.find' },
  { href: '/referrals', content: 'Referrals', permission: 'referral.list' },
  { href: '/panels', content: 'Panels', permission: 'panel.open' },
  { href: '/performance', content: 'Performance', permission: 'performance.open' },
]

/** What each person most likely comes for, the first that they may open. */
const firstPages = [
  '/service-today',
  '/my-team',
  '/my-work',
  '/performance',
  '/referrals',
  '/children',
] as const

/** Where signing in leads. */
export function firstSectionFor(user: Pick<StaffMember, 'role'>): string {
  const open = new Set(
    sections.filter(({ permission }) => may(user.role, permission)).map(({ href }) => href),
  )
  return firstPages.find(href => open.has(href)) ?? '/rules'
}

/** A page in its frame: who is signed in, where they can go, what was just saved. */
export function framePage(view: View, about: Frame<StaffMember>, around: Surroundings): string {
  const { user } = about
  return layout({
    title: view.title,
    body: html`${savedMessage(about.message)}${view.body}`,
    currentUrl: about.url,
    serviceName: around.serviceName,
    assetVersion: around.assetVersion,
    user: { name: user.name, role: roles[user.role] },
    accountLinks: html`${!around.isDemonstration && accountLink}${signOut(about.hiddenFields)}`,
    search: searchBoxFor(about),
    navigation: sections.filter(section => may(user.role, section.permission)),
    footerLinks: [
      { href: '/rules', content: 'The rule book' },
      may(user.role, 'policy.open') && { href: '/policy', content: 'Policy pack' },
      may(user.role, 'assessment-question.change') && {
        href: '/assessment-questions',
        content: 'Our own questions',
      },
      may(user.role, 'access.open') && { href: '/permission-table', content: 'Who may do what' },
    ],
    backLink: view.backLink,
    identity: view.identity,
    errors: about.hasErrors,
    demoNotice: around.isDemonstration,
  })
}

/** An error in the same frame, without the person's sections: an error page cannot be sure who asks. */
export function frameError(page: ErrorPage, around: Surroundings, currentUrl: string): string {
  const body = html`<h1 class="govuk-heading-l">${page.title}</h1>
    <p class="govuk-body">${page.message}</p>
    ${page.reference !== null && html`<p class="govuk-body">Number: <strong>${page.reference}</strong></p>`}
    <p class="govuk-body"><a class="govuk-link" href="/">Go to your first page</a></p>`
  return layout({
    title: page.title,
    body,
    currentUrl,
    serviceName: around.serviceName,
    assetVersion: around.assetVersion,
    demoNotice: around.isDemonstration,
  })
}

function savedMessage(message: string | null): Html | null {
  if (message === null) return null
  return notificationBanner({ type: 'success', content: message })
}

/** Not where the page itself has the box. */
function searchBoxFor({ user, url, token }: Frame<StaffMember>): Html | undefined {
  const [path] = url.split('?')
  const isOnPage = path === childrenUrl || path?.startsWith(foundUrl('')) === true
  return may(user.role, 'child.find') && !isOnPage ? headerSearchBox(token) : undefined
}

const accountLink = html`<a class="app-header__link" href="/account">My account</a> `

function signOut(hiddenFields: Html): Html {
  return html`<form method="post" action="/sign-out">
    ${hiddenFields}<button type="submit" class="app-link-button">Sign out</button>
  </form>`
}
