import { may, type Permission, type Role } from '#domain/access/permissions.ts'
import { subNavigation } from '#platform/views/components/sub-navigation.ts'
import type { Html } from '#platform/views/html.ts'
import { childUrl, childWorkUrl } from './children/urls.ts'
import { looksUrl } from './looks/urls.ts'
import { chronologiesUrl, timelineUrl } from './timeline/urls.ts'

interface ChildPage {
  readonly url: (childId: string) => string
  readonly words: string
  readonly permission: Permission
}

/** The pages of a child, in the order of the navigation: one line for each. */
const childPages: readonly ChildPage[] = [
  { url: childUrl, words: 'Overview', permission: 'child.open' },
  { url: timelineUrl, words: 'Timeline', permission: 'child.open' },
  { url: childWorkUrl, words: 'Work', permission: 'intervention.open' },
  { url: chronologiesUrl, words: 'Chronologies', permission: 'chronology.open' },
  { url: looksUrl, words: 'Who looked', permission: 'audit.open' },
]

/** The way between a child's pages: those that the reader may open. @param here the address of this very page */
export function childNavigation(childId: string, role: Role, here: string): Html {
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
