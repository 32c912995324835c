import { dateField } from '#platform/forms/date-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { textField } from '#platform/forms/text-field.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { ask, postForm, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild } from '#records/children.ts'
import { lockRow } from '#records/lock-row.ts'
import { childBanner } from '../child-banner.ts'
import { page } from '../page.ts'
import { chronologyInUrl } from './chronology-in-url.ts'
import { findChronology, insertEntries } from './chronology-queries.ts'
import { chronologyUrl } from './urls.ts'

/** Adds something that happened elsewhere, with who says so. */
export const newEntryPage = page({
  permission: 'chronology.write',
  params: chronologyInUrl,
  load: async ({ scope, user }, { params }) => ({
    child: await findChild(scope, user, params.childId),
    chronology: await findChronology(scope, params),
  }),
  form: defineForm({
    fields: {
      happenedOn: dateField({
        name: 'The day',
        missing: 'Enter the day',
        mustBe: 'today or in the past',
      }),
      what: longTextField({ name: 'What happened', missing: 'Write what happened' }),
      toldBy: textField({ name: 'The source', missing: 'Say where you know it from' }),
      why: longTextField({ name: 'Why it matters', optional: true }),
    },
  }),
  submit: async ({ scope }, { happenedOn, what, toldBy, why }, { params }) => {
    await lockRow(scope, 'chronologies', params.chronologyId)
    const chronology = await findChronology(scope, params)
    if (chronology.finishedOn !== null) {
      return refuse({ field: 'what', message: 'The chronology is finished, and stays as it is' })
    }
    const chosen = { sourceKind: null, sourceId: null }
    const entry = { ...chosen, on: happenedOn, what, toldBy, whyItMatters: why }
    await insertEntries(scope, chronology.id, [entry])
    const about = { childId: params.childId, subjectId: chronology.id }
    await insertAuditEntry(scope, { action: 'chronology.added-to', ...about })
    return goTo(chronologyUrl(params.childId, chronology.id), 'Added')
  },
  view: ({ child, chronology }, shown, { today }) => ({
    title: 'Add something from elsewhere',
    identity: childBanner(child, today),
    backLink: chronologyUrl(child.id, chronology.id),
    body: newEntryBody(shown, chronologyUrl(child.id, chronology.id)),
  }),
})

function newEntryBody(asked: Asked, cancel: string): Html {
  const question = ask(asked)
  return html`${whatIsWrong(asked)}
    <h1 class="govuk-heading-l">Add something from elsewhere</h1>
    <p class="govuk-body">
      Something that is not in our record: before we met, at another service, at school.
    </p>
    ${postForm(
      asked,
      { submit: 'Add', cancel },
      html`${question.date('happenedOn', 'On which day?', { size: 's' })}
      ${question.longText('what', 'What happened?', { size: 's' })}
      ${question.text('toldBy', 'Where do we know it from?', {
        size: 's',
        hint: 'For example: children’s services’ chronology of 3 March 2026; mum, by phone',
      })}
      ${question.longText('why', 'Why does it matter?', { size: 's', rows: 2 })}`,
    )}`
}
