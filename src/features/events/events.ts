import { may } from '#domain/access/permissions.ts'
import { findChild } from '#records/children.ts'
import { listEvents } from '#records/events.ts'
import { childBanner } from '../child-banner.ts'
import { childUrl } from '../children/urls.ts'
import { childInUrl, page } from '../page.ts'
import { eventsBody } from './events.html.ts'

/** Everything that happened to the child and was done, latest first. */
export const eventsPage = page({
  permission: 'event.open',
  params: childInUrl,
  load: async ({ scope, user }, { params: { childId } }) => ({
    child: await findChild(scope, user, childId),
    events: await listEvents(scope, childId),
  }),
  view: ({ child, events }, _shown, { today, user }) => ({
    title: 'What happened and what was done',
    identity: childBanner(child, today),
    backLink: childUrl(child.id),
    body: eventsBody(child.id, events, may(user.role, 'event.record')),
  }),
})
