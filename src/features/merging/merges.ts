import { displayName, findChild } from '#records/children.ts'
import { listMerges } from '#records/merging/merges.ts'
import { childHead } from '../child-navigation.ts'
import { childInUrl, page } from '../page.ts'
import { mergesBody } from './merges.html.ts'
import { countRowsOfMerges } from './rows-of-merges.ts'
import { mergesUrl } from './urls.ts'

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
  view: (loaded, _shown, context) => ({
    title: `Merged records: ${displayName(loaded.child)}`,
    identity: childHead(loaded.child, context, mergesUrl(loaded.child.id)),
    body: mergesBody(loaded),
  }),
})
