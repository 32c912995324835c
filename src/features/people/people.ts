import { may } from '#domain/access/permissions.ts'
import { isProfessional } from '#domain/vocabulary/children.ts'
import { findChild } from '#records/children.ts'
import { aroundOn, listRelationships } from '#records/relationships.ts'
import { childHead } from '../child-navigation.ts'
import { peopleUrl } from './urls.ts'
import { childInUrl, page } from '../page.ts'
import { peopleBody } from './people.html.ts'

/** Who is around a child now, family and friends and those who work with the child, and who was. */
export const peoplePage = page({
  permission: 'child.open',
  params: childInUrl,
  load: async ({ scope, user, today }, { params: { childId } }) => {
    const all = await listRelationships(scope, user, childId)
    const now = aroundOn(all, today)
    return {
      child: await findChild(scope, user, childId),
      family: now.filter(({ kind }) => !isProfessional(kind)),
      professionals: now.filter(({ kind }) => isProfessional(kind)),
      before: all.filter(one => !now.includes(one)),
    }
  },
  view: ({ child, ...people }, _shown, context) => ({
    title: 'People around the child',
    identity: childHead(child, context, peopleUrl(child.id)),
    body: peopleBody({
      childId: child.id,
      ...people,
      today: context.today,
      mayRecord: may(context.user.role, 'person.record'),
    }),
  }),
})
