import { displayName, findChild } from '#records/children.ts'
import { listMerges } from '#records/merging/merges.ts'
import { childBanner } from '../child-banner.ts'
import { childUrl } from '../children/urls.ts'
import { childInUrl, page } from '../page.ts'
import { mergesBody } from './merges.html.ts'
import { countRowsOfMerges } from './rows-of-merges.ts'

/** What was merged into a child's record and when, with the way to part it again. */
export const mergesPage = page({
  permission: 'child.merge',
  params: childInUrl,
  load: async ({ scope, user }, { params: { childId } }) => {
    const merges = await listMerges(scope, childId)
    const counts = await countRowsOfMerges(
      scope,
      merges.map(({ id }) => id),
    )
    return { child: await findChild(scope, user, childId), merges, counts }
  },
  view: (loaded, _shown, { today }) => ({
    title: `Merged records: ${displayName(loaded.child)}`,
    identity: childBanner(loaded.child, today),
    backLink: childUrl(loaded.child.id),
    body: mergesBody(loaded),
  }),
})
