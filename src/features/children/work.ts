import { may } from '#domain/access/permissions.ts'
import { outstanding } from '#domain/rules/owed.ts'
import { displayName, findChild } from '#records/children.ts'
import { readDuties } from '#records/duties.ts'
import { listEvents } from '#records/events.ts'
import { childHead } from '../child-navigation.ts'
import { childInUrl, page } from '../page.ts'
import { childWorkUrl } from './urls.ts'
import { workBody } from './work.html.ts'
import { selectReferrals, selectWork } from './work-queries.ts'

/** All that is owed, the work, how we met, and what happened: what the child's page has only the beginning of. */
export const childWorkPage = page({
  permission: 'intervention.open',
  params: childInUrl,
  load: async ({ scope, user, today }, { params: { childId } }) => ({
    child: await findChild(scope, user, childId),
    work: await selectWork(scope, childId),
    referrals: may(user.role, 'referral.open') ? await selectReferrals(scope, childId) : [],
    events: may(user.role, 'event.open') ? await listEvents(scope, childId, 5) : [],
    duties: may(user.role, 'work.own')
      ? outstanding(await readDuties(scope, { of: 'child', childId }, today))
      : [],
  }),
  view: (loaded, _shown, context) => ({
    title: `Work: ${displayName(loaded.child)}`,
    identity: childHead(loaded.child, context, childWorkUrl(loaded.child.id)),
    body: workBody(loaded, context),
  }),
})
