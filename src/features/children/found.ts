import { z } from 'zod'
import { readSearchBox } from '#domain/search/search-terms.ts'
import { NotFound } from '#platform/http/errors.ts'
import { selectFoundChildren } from '#records/found-children.ts'
import { listContactsOfRestricted } from '#records/restrictions.ts'
import { findOptionalSearch } from '#records/searches.ts'
import { idInUrl, page } from '../page.ts'
import { foundBody } from './found.html.ts'
import { listLength } from './queries.ts'

/** What somebody's own search of the last day finds now. */
export const foundPage = page({
  permission: 'child.find',
  params: z.object({ searchId: idInUrl }),
  load: async ({ scope, user, now }, { params }) => {
    const text = await findOptionalSearch(scope, { id: params.searchId, staffId: user.id, now })
    if (text === undefined) throw new NotFound()
    const search = readSearchBox(text)
    const found = await selectFoundChildren(scope, user, search, listLength + 1)
    return {
      text,
      askedOf: await listContactsOfRestricted(scope, user, search),
      children: found.slice(0, listLength),
      hasMore: found.length > listLength,
    }
  },
  view: (loaded, { token }, { today }) => ({
    title: 'Children found',
    body: foundBody(loaded, token, today),
  }),
})
