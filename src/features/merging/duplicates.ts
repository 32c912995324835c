import { z } from 'zod'
import { childrenUrl } from '../children/urls.ts'
import { page } from '../page.ts'
import { listAnsweredPairs } from './answered-pairs.ts'
import { duplicatesBody } from './duplicates.html.ts'
import { findLikelyPairs } from './likely-pairs.ts'

const asked = z.object({ also: z.literal('possible').optional().catch(undefined) })

/** Children who may be recorded twice, to look at pair by pair. */
export const duplicatesPage = page({
  permission: 'child.merge',
  query: asked,
  load: async ({ scope, user }, { query }) => {
    const pairs = await findLikelyPairs(scope, user)
    const isStrong = query.also !== 'possible'
    return {
      pairs: isStrong ? pairs.filter(({ strength }) => strength !== 'possible') : pairs,
      weaker: isStrong ? pairs.filter(({ strength }) => strength === 'possible').length : 0,
      answered: await listAnsweredPairs(scope, user),
    }
  },
  view: loaded => ({
    title: 'Children who may be recorded twice',
    backLink: childrenUrl,
    body: duplicatesBody(loaded),
  }),
})
