import { z } from 'zod'
import { whyNotParent } from '#domain/family/why-not-link.ts'
import type { Family } from '#domain/family/family.ts'
import { parentNatures } from '#domain/vocabulary/family.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { ask, offers, postForm, whatIsWrong } from '#platform/views/ask.ts'
import { html } from '#platform/views/html.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild } from '#records/children.ts'
import { insertLinks, readFamily } from '#records/families.ts'
import { lockWorkWith } from '#records/interventions.ts'
import { findPersonOfChild } from '#records/people.ts'
import { childBanner } from '../child-banner.ts'
import { childInUrl, idInUrl, page, type PageContext } from '../page.ts'
import { familyUrl } from './urls.ts'

function parentForm({ people }: Family) {
  const ids = people.map(({ id }) => id)
  return defineForm({
    fields: {
      childPersonId: choiceField({ choices: ids, missing: 'Choose whose parent it is' }),
      parentId: choiceField({ choices: ids, missing: 'Choose the parent' }),
      nature: choiceField({ choices: parentNatures, missing: 'Select how they are the parent' }),
    },
  })
}

/** The family with the child in it, also where nobody has needed the child as a person yet. */
export async function loadFamily({ scope, user }: PageContext, childId: string): Promise<Family> {
  await findPersonOfChild(scope, childId)
  return await readFamily(scope, user, childId)
}

/** Records that somebody is somebody's parent. */
export const newParentPage = page({
  permission: 'person.record',
  params: childInUrl,
  query: z.object({ of: idInUrl.optional() }),
  load: async (context, { params: { childId }, query }) => ({
    child: await findChild(context.scope, context.user, childId),
    family: await loadFamily(context, childId),
    of: query.of ?? null,
  }),
  form: ({ family }) => parentForm(family),
  initial: ({ family, of }) => parentForm(family).fill({ childPersonId: of }),
  submit: async ({ scope, user }, typed, { params: { childId } }) => {
    await lockWorkWith(scope, childId)
    const { childPersonId, parentId, nature } = typed
    const link = { parentId, childId: childPersonId, nature }
    const whyNot = whyNotParent(link, await readFamily(scope, user, childId))
    if (whyNot !== null) return refuse({ field: 'parentId', message: whyNot })
    await insertLinks(scope, { parents: [link], partners: [] })
    await insertAuditEntry(scope, { action: 'family.linked', childId, subjectId: childPersonId })
    return goTo(familyUrl(childId), 'Recorded')
  },
  view: ({ child, family }, shown, { today }) => {
    const people = family.people.map(({ id, name }) => ({ value: id, content: name }))
    const asked = ask(shown)
    return {
      title: 'Who is somebody’s parent?',
      identity: childBanner(child, today),
      backLink: familyUrl(child.id),
      body: html`${whatIsWrong(shown)}
        <h1 class="govuk-heading-l">Who is somebody’s parent?</h1>
        <p class="govuk-body">
          Only people who are recorded around the child can be chosen. Record others first.
        </p>
        ${postForm(
          shown,
          { submit: 'Record', cancel: familyUrl(child.id) },
          html`${asked.from('childPersonId', 'Whose parent?', people)}
          ${asked.from('parentId', 'Who is the parent?', people)}
          ${asked.one('nature', 'How are they the parent?', offers(parentNatures))}`,
        )}`,
    }
  },
})
