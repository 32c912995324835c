import { may } from '#domain/access/permissions.ts'
import { findChild } from '#records/children.ts'
import { readFamily, selectLinksAmong } from '#records/families.ts'
import { childBanner } from '../child-banner.ts'
import { childInUrl, page } from '../page.ts'
import { familyBody } from './family.html.ts'
import { peopleUrl } from './urls.ts'

/** The family in sentences: whose parents are recorded, who is or was a couple, and who has no place yet. */
export const familyPage = page({
  permission: 'child.open',
  params: childInUrl,
  load: async ({ scope, user }, { params: { childId } }) => {
    const family = await readFamily(scope, user, childId)
    const links = await selectLinksAmong(
      scope,
      family.people.map(({ id }) => id),
    )
    return { child: await findChild(scope, user, childId), people: family.people, links }
  },
  view: ({ child, people, links }, _shown, { user, today }) => ({
    title: 'The family',
    identity: childBanner(child, today),
    backLink: peopleUrl(child.id),
    body: familyBody({
      childId: child.id,
      people,
      links,
      mayRecord: may(user.role, 'person.record'),
    }),
  }),
})
