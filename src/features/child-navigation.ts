import { may, type Permission, type Role } from '#domain/access/permissions.ts'
import { subNavigation } from '#platform/views/components/sub-navigation.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Child } from '#records/children.ts'
import { childBanner } from './child-banner.ts'
import { toolsUrl } from './assessments/urls.ts'
import { childUrl, childWorkUrl } from './children/urls.ts'
import { circumstancesUrl } from './circumstances/urls.ts'
import { genogramUrl } from './genogram/urls.ts'
import { identityUrl } from './identity/urls.ts'
import { looksUrl } from './looks/urls.ts'
import { mergesUrl } from './merging/urls.ts'
import type { PageContext } from './page.ts'
import { peopleUrl } from './people/urls.ts'
import { restrictionUrl } from './restricted/urls.ts'
import { chronologiesUrl, timelineUrl } from './timeline/urls.ts'

interface ChildPage {
  readonly url: (childId: string) => string
  readonly words: string
  readonly permission: Permission
}

/** The pages of a child, in the order of the navigation: one line for each. */
const childPages: readonly ChildPage[] = [
  { url: childUrl, words: 'Overview', permission: 'child.open' },
  { url: identityUrl, words: 'Who I am', permission: 'identity.open' },
  { url: circumstancesUrl, words: 'My life', permission: 'circumstance.open' },
  { url: peopleUrl, words: 'People', permission: 'child.open' },
  { url: genogramUrl, words: 'Family drawing', permission: 'child.open' },
  { url: timelineUrl, words: 'Timeline', permission: 'child.open' },
  { url: childWorkUrl, words: 'Work', permission: 'intervention.open' },
  { url: toolsUrl, words: 'Tools', permission: 'event.open' },
  { url: chronologiesUrl, words: 'Chronologies', permission: 'chronology.open' },
  { url: looksUrl, words: 'Who looked', permission: 'audit.open' },
  { url: mergesUrl, words: 'Merged records', permission: 'child.merge' },
  { url: restrictionUrl, words: 'Who may open it', permission: 'child.restrict' },
]

/** Whose record this is, and the way between its pages: those that the reader may open. @param here the address of this very page */
export function childHead(child: Child, { user, today }: PageContext, here: string): Html {
  return html`${childBanner(child, today)}
    <div class="app-child-navigation">
      <div class="govuk-width-container">${navigation(child.id, user.role, here)}</div>
    </div>`
}

function navigation(childId: string, role: Role, here: string): Html {
  return subNavigation({
    label: 'Pages about this child',
    items: childPages
      .filter(({ permission }) => may(role, permission))
      .map(({ url, words }) => {
        const href = url(childId)
        return { content: words, href, active: href === here }
      }),
  })
}
