import { may } from '#domain/access/permissions.ts'
import { outstanding } from '#domain/rules/owed.ts'
import { displayName, findChild } from '#records/children.ts'
import { listCircumstancesOn } from '#records/circumstances.ts'
import { readDuties } from '#records/duties.ts'
import { listEvents } from '#records/events.ts'
import { childBanner } from '../child-banner.ts'
import { childInUrl, page } from '../page.ts'
import { childBody } from './child.html.ts'
import {
  selectLatestContacts,
  selectLatestSafety,
  selectOpenContacts,
  selectReferrals,
  selectRelationships,
  selectWork,
} from './child-queries.ts'
import { childrenUrl } from './urls.ts'

/** A child on one screen: who this is, what matters to them, are they safe, what is next, who is around them, what am I asked to do. */
export const childPage = page({
  permission: 'child.open',
  params: childInUrl,
  load: async ({ scope, user, today }, { params: { childId } }) => {
    const seesWork = may(user.role, 'intervention.open')
    const seesContacts = may(user.role, 'contact.open')
    const seesAssessments = may(user.role, 'assessment.open')
    const duties = seesWork ? await readDuties(scope, { of: 'child', childId }, today) : []
    return {
      child: await findChild(scope, user, childId),
      circumstances: await listCircumstancesOn(scope, childId, today),
      relationships: await selectRelationships(scope, childId),
      referrals: may(user.role, 'referral.open') ? await selectReferrals(scope, childId) : [],
      work: seesWork ? await selectWork(scope, childId) : [],
      openContacts: seesContacts ? await selectOpenContacts(scope, childId) : [],
      latestContacts: seesContacts ? await selectLatestContacts(scope, childId, today) : [],
      safety: seesAssessments ? await selectLatestSafety(scope, childId) : undefined,
      events: may(user.role, 'event.open') ? await listEvents(scope, childId, 5) : [],
      duties: outstanding(duties),
    }
  },
  view: (loaded, _shown, context) => ({
    title: displayName(loaded.child),
    identity: childBanner(loaded.child, context.today),
    backLink: childrenUrl,
    body: childBody(loaded, context),
  }),
})
