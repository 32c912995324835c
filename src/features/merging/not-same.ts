import { defineForm } from '#platform/forms/form.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { goTo } from '#platform/http/page.ts'
import { ask, postForm, whatIsWrong } from '#platform/views/ask.ts'
import { html } from '#platform/views/html.ts'
import { displayName } from '#records/children.ts'
import { childBanner } from '../child-banner.ts'
import { page } from '../page.ts'
import { insertAnswer } from './answered-pairs.ts'
import { findBoth, twoChildrenInUrl } from './two-records.ts'
import { duplicatesUrl } from './urls.ts'

const form = defineForm({
  fields: {
    reason: longTextField({
      missing: 'Say how you know that they are two children',
      maxLength: 2000,
    }),
  },
})

/** The answer that two records are of two children, who are then listed as a pair no more. */
export const notSamePage = page({
  permission: 'child.merge',
  params: twoChildrenInUrl,
  load: async (context, { params }) => await findBoth(context, params),
  form,
  submit: async ({ scope, user, now }, { reason }, { params: { childId, otherChildId } }) => {
    const answer = { childId, otherId: otherChildId, reason, answeredBy: user.id, at: now }
    await insertAnswer(scope, answer)
    return goTo(duplicatesUrl, 'The pair is not shown again')
  },
  view: ({ kept, other }, shown, { today }) => ({
    title: 'Two children',
    identity: childBanner(kept, today),
    backLink: duplicatesUrl,
    body: html`${whatIsWrong(shown)}
      <h1 class="govuk-heading-l">
        ${displayName(kept)} and ${displayName(other)} are two children
      </h1>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <p class="govuk-body">
            Both records stay as they are, and the pair is not shown again. Your answer is kept.
          </p>
          ${postForm(
            shown,
            { submit: 'They are two children', cancel: duplicatesUrl },
            ask(shown).longText('reason', 'How do you know?', {
              rows: 3,
              hint: 'For example: they are twins, and both are at the same school.',
            }),
          )}
        </div>
      </div>`,
  }),
})
