import { z } from 'zod'
import { parseSearch } from '#domain/matching/parse-search.ts'
import { listContactsOfRestricted } from '#records/restrictions.ts'
import { html } from '#platform/views/html.ts'
import { page } from '../page.ts'
import { childrenBody } from './children.html.ts'
import { duplicatesLink } from './merged-records.html.ts'
import { listLength, selectChildrenWithOpenWork, selectFoundChildren } from './queries.ts'

const asked = z.object({ q: z.string().max(200).catch('').default('') })

export const childrenPage = page({
  permission: 'child.find',
  query: asked,
  load: async ({ scope, user }, { query }) => {
    const text = query.q.trim()
    const found =
      text === ''
        ? await selectChildrenWithOpenWork(scope, user)
        : await selectFoundChildren(scope, user, parseSearch(text))
    const askedOf =
      text === '' ? [] : await listContactsOfRestricted(scope, user, parseSearch(text))
    return {
      text,
      askedOf,
      children: found.slice(0, listLength),
      hasMore: found.length > listLength,
    }
  },
  view: (loaded, _shown, context) => ({
    title: loaded.text === '' ? 'Children' : 'Children found',
    body: html`${childrenBody(loaded, context.today)}${duplicatesLink(context)}`,
  }),
})
