import { may } from '#domain/access/permissions.ts'
import { circumstanceKinds } from '#domain/vocabulary/children.ts'
import { listEarlierVersions } from '#records/circumstance-versions.ts'
import { childBanner } from '../child-banner.ts'
import { page } from '../page.ts'
import { circumstanceBody } from './circumstance.html.ts'
import { loadSpell, spellInUrl } from './spell-in-url.ts'
import { circumstancesUrl } from './urls.ts'

/** One spell: all that it says, who said it and when, and what it said before. */
export const circumstancePage = page({
  permission: 'circumstance.open',
  params: spellInUrl,
  load: async (context, { params }) => ({
    ...(await loadSpell(context, params)),
    versions: await listEarlierVersions(context.scope, params),
  }),
  view: ({ child, spell, versions }, _shown, { user, today }) => ({
    title: circumstanceKinds[spell.kind],
    identity: childBanner(child, today),
    backLink: circumstancesUrl(child.id),
    body: circumstanceBody({
      childId: child.id,
      spell,
      versions,
      mayRecord: may(user.role, 'circumstance.record'),
    }),
  }),
})
