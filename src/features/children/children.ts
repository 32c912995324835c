import { defineForm } from '#platform/forms/form.ts'
import { textField } from '#platform/forms/text-field.ts'
import { goTo } from '#platform/http/page.ts'
import { html } from '#platform/views/html.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { forgetOldSearches, insertSearch } from '#records/searches.ts'
import { page } from '../page.ts'
import { childrenBody } from './children.html.ts'
import { listLength, selectChildrenWithOpenWork } from './queries.ts'
import { childrenUrl, foundUrl } from './urls.ts'
import { duplicatesLink } from './merged-records.html.ts'

const form = defineForm({
  fields: { q: textField({ name: 'What you look for', maxLength: 200, optional: true }) },
})

export const childrenPage = page({
  permission: 'child.find',
  form,
  load: async ({ scope, user }) => {
    const children = await selectChildrenWithOpenWork(scope, user)
    return { children: children.slice(0, listLength), hasMore: children.length > listLength }
  },
  submit: async ({ scope, user, now }, { q: text }) => {
    if (text === null) return goTo(childrenUrl)
    await forgetOldSearches(scope, now)
    const id = await insertSearch(scope, { staffId: user.id, text, searchedAt: now })
    await insertAuditEntry(scope, { action: 'child.searched', subjectId: id })
    return goTo(foundUrl(id))
  },
  view: (loaded, shown, context) => ({
    title: 'Children',
    body: html`${childrenBody(loaded, shown, context.today)}${duplicatesLink(context)}`,
  }),
})
