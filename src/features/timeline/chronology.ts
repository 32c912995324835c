import { may } from '#domain/access/permissions.ts'
import { displayName } from '#records/children.ts'
import { childBanner } from '../child-banner.ts'
import { page } from '../page.ts'
import { chronologyInUrl, loadChronology } from './chronology-in-url.ts'
import { chronologyBody } from './chronology.html.ts'
import { chronologiesUrl } from './urls.ts'

/** A chronology, to read and to print. */
export const chronologyPage = page({
  permission: 'chronology.open',
  params: chronologyInUrl,
  load: async (context, { params }) => await loadChronology(context, params),
  view: (loaded, _shown, { user, today }) => ({
    title: `${loaded.chronology.title}: ${displayName(loaded.child)}`,
    identity: childBanner(loaded.child, today),
    backLink: chronologiesUrl(loaded.child.id),
    body: chronologyBody(loaded, { mayWrite: may(user.role, 'chronology.write'), today }),
  }),
})
