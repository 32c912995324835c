import { fewProfessionals } from '#domain/plans/plan-prompts.ts'
import { askPrompts } from '#domain/rules/ask-prompts.ts'
import { isProfessional } from '#domain/vocabulary/children.ts'
import { findChild } from '#records/children.ts'
import { findPolicy } from '#records/policy.ts'
import { aroundOn, listRelationships } from '#records/relationships.ts'
import { findSurroundings } from '#records/surroundings.ts'
import { childBanner } from '../child-banner.ts'
import { childInUrl, page } from '../page.ts'
import { professionalsBody } from './professionals.html.ts'
import { selectOwnWorkers } from './queries.ts'
import { peopleUrl } from './urls.ts'

/** Who works with the child: a picture by agency, the same as a table, and what there is to think about. */
export const professionalsPage = page({
  permission: 'child.open',
  params: childInUrl,
  load: async ({ scope, user, today }, { params: { childId } }) => {
    const around = aroundOn(await listRelationships(scope, user, childId), today)
    const surroundings = await findSurroundings(scope, childId, today)
    const facts = { ...surroundings, steps: [], usedForOthers: [] }
    return {
      child: await findChild(scope, user, childId),
      people: around.filter(({ kind }) => isProfessional(kind)),
      own: await selectOwnWorkers(scope, user, childId),
      advice: askPrompts([fewProfessionals], facts, {
        asOf: today,
        policy: await findPolicy(scope),
      }),
    }
  },
  view: ({ child, ...shown }, _form, { today }) => ({
    title: 'Map of the professionals',
    identity: childBanner(child, today),
    backLink: peopleUrl(child.id),
    body: professionalsBody({ name: child.knownAs ?? child.givenName, ...shown }),
  }),
})
