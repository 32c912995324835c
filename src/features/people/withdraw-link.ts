import { z } from 'zod'
import { defineForm } from '#platform/forms/form.ts'
import { NotFound } from '#platform/http/errors.ts'
import { goTo } from '#platform/http/page.ts'
import { postForm } from '#platform/views/ask.ts'
import { html } from '#platform/views/html.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild } from '#records/children.ts'
import { readFamily, selectLinksAmong, withdrawLink } from '#records/families.ts'
import { lockWorkWith } from '#records/interventions.ts'
import { childBanner } from '../child-banner.ts'
import { idInUrl, page } from '../page.ts'
import { howWords, namesOf } from './family.html.ts'
import { familyUrl } from './urls.ts'

/** Takes back what was said of two people of the family by mistake. */
export const withdrawLinkPage = page({
  permission: 'person.record',
  params: z.object({ childId: idInUrl, linkId: idInUrl }),
  load: async ({ scope, user }, { params: { childId, linkId } }) => {
    const { people } = await readFamily(scope, user, childId)
    const links = await selectLinksAmong(
      scope,
      people.map(({ id }) => id),
    )
    const link = links.find(({ id }) => id === linkId)
    if (link === undefined) throw new NotFound()
    return { child: await findChild(scope, user, childId), link, names: namesOf(people) }
  },
  form: defineForm({ fields: {} }),
  submit: async ({ scope, today }, _typed, { params: { childId, linkId } }) => {
    await lockWorkWith(scope, childId)
    await withdrawLink(scope, linkId, today)
    await insertAuditEntry(scope, { action: 'family.unlinked', childId, subjectId: linkId })
    return goTo(familyUrl(childId), 'Taken back')
  },
  view: ({ child, link, names }, shown, { today }) => ({
    title: 'Take back what was said of the family',
    identity: childBanner(child, today),
    backLink: familyUrl(child.id),
    body: html`<h1 class="govuk-heading-l">Take this back?</h1>
      <p class="govuk-body">
        ${names.get(link.fromPersonId)} and ${names.get(link.toPersonId)}: ${howWords(link)}.
      </p>
      <p class="govuk-body">
        It goes from the family of everybody who is in it. Do this where it was never true. What ended
        is still true of before.
      </p>
      ${postForm(shown, { submit: 'Take back', cancel: familyUrl(child.id), warn: true }, html``)}`,
  }),
})
