import { z } from 'zod'
import { displayName, findChild } from '#records/children.ts'
import { childHead } from '../child-navigation.ts'
import { childInUrl, page } from '../page.ts'
import { looksBody } from './looks.html.ts'
import { pageLength, selectLooks } from './queries.ts'
import { looksUrl } from './urls.ts'

const asked = z.object({ before: z.coerce.number().int().positive().optional() })

/** Who looked at this child's record, when and at what; and who changed it. */
export const looksPage = page({
  permission: 'audit.open',
  params: childInUrl,
  query: asked,
  load: async ({ scope, user }, { params: { childId }, query: { before } }) => {
    const found = await selectLooks(scope, { childId, before })
    const looks = found.slice(0, pageLength)
    return {
      child: await findChild(scope, user, childId),
      looks,
      isNewest: before === undefined,
      /** The number from which older ones go on, or null where there are none. */
      older: found.length > pageLength ? (looks.at(-1)?.id ?? null) : null,
    }
  },
  view: (loaded, _shown, context) => ({
    title: `Who looked: ${displayName(loaded.child)}`,
    identity: childHead(loaded.child, context, looksUrl(loaded.child.id)),
    body: looksBody(loaded),
  }),
})
