import { may } from '#domain/access/permissions.ts'
import { displayName, findChild } from '#records/children.ts'
import { childHead } from '../child-navigation.ts'
import { childInUrl, page } from '../page.ts'
import { chronologiesBody } from './chronologies.html.ts'
import { listChronologies } from './chronology-queries.ts'
import { chronologiesUrl } from './urls.ts'

/** The child's chronologies: drafts, then those that are finished. */
export const chronologiesPage = page({
  permission: 'chronology.open',
  params: childInUrl,
  load: async ({ scope, user }, { params: { childId } }) => ({
    child: await findChild(scope, user, childId),
    chronologies: await listChronologies(scope, childId),
  }),
  view: ({ child, chronologies }, _shown, context) => ({
    title: `Chronologies: ${displayName(child)}`,
    identity: childHead(child, context, chronologiesUrl(child.id)),
    body: chronologiesBody(child.id, chronologies, may(context.user.role, 'chronology.write')),
  }),
})
