import { chronologyLacks } from '#domain/chronologies/finish-chronology.ts'
import { choicesField } from '#platform/forms/choices-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { ask, postForm, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { lockRow } from '#records/lock-row.ts'
import { childBanner } from '../child-banner.ts'
import { page, type PageContext } from '../page.ts'
import { chronologyInUrl, loadChronology, type LoadedChronology } from './chronology-in-url.ts'
import { readShownEntries } from './chosen-entries.ts'
import { updateEntry, updateFinished } from './chronology-queries.ts'
import { chronologyUrl, editChronologyUrl } from './urls.ts'

/** Finishes a chronology: its words become its own, with a fingerprint. */
export const finishChronologyPage = page({
  permission: 'chronology.write',
  params: chronologyInUrl,
  load: async (context, { params }) => await loadChronology(context, params),
  form: defineForm({
    fields: {
      read: choicesField({ choices: ['yes'], missing: 'Say that you have read it as it will be' }),
    },
  }),
  submit: async (context, _value, { params }) => {
    await lockRow(context.scope, 'chronologies', params.chronologyId)
    const loaded = await loadChronology(context, params)
    const lacks = lacksOf(loaded)
    if (lacks.length > 0) return refuse(...lacks.map(message => ({ field: 'read', message })))
    await finish(context, loaded)
    return goTo(chronologyUrl(params.childId, params.chronologyId), 'Finished')
  },
  view: (loaded, shown, { today }) => ({
    title: 'Finish the chronology',
    identity: childBanner(loaded.child, today),
    backLink: chronologyUrl(loaded.child.id, loaded.chronology.id),
    body: finishBody(shown, loaded),
  }),
})

function lacksOf({ chronology, entries }: LoadedChronology): string[] {
  return chronologyLacks({ ...chronology, entries })
}

async function finish(
  { scope, user, today }: PageContext,
  { child, chronology }: LoadedChronology,
): Promise<void> {
  const entries = await readShownEntries(scope, chronology, user, 'nowhere')
  for (const { id, on, what, toldBy } of entries) {
    await updateEntry(scope, id, { happenedOn: on, what, toldBy })
  }
  await updateFinished(scope, chronology.id, {
    title: chronology.title,
    purpose: chronology.purpose,
    audience: chronology.audience,
    pattern: chronology.pattern,
    childView: chronology.childView,
    authorId: chronology.authorId,
    finishedOn: today,
    finishedBy: user.id,
    entries: entries.map(({ on, what, toldBy, whyItMatters }) => ({
      on,
      what,
      toldBy,
      whyItMatters,
    })),
  })
  const subject = { childId: child.id, subjectId: chronology.id }
  await insertAuditEntry(scope, { action: 'chronology.finished', ...subject })
}

function finishBody(asked: Asked, loaded: LoadedChronology): Html {
  const { child, chronology } = loaded
  const lacks = lacksOf(loaded)
  const heading = html`${whatIsWrong(asked)}
    <span class="govuk-caption-l">${chronology.title}</span>
    <h1 class="govuk-heading-l">Finish the chronology</h1>`
  if (lacks.length > 0) {
    return html`${heading}
    ${insetText({
      content: html`<p class="govuk-body">Before it can be finished:</p>
        <ul class="govuk-list govuk-list--bullet">
          ${lacks.map(lack => html`<li>${lack}</li>`)}
        </ul>`,
    })}
      <p class="govuk-body">
        <a class="govuk-link" href="${editChronologyUrl(child.id, chronology.id)}">Write it</a>
      </p>`
  }
  return html`${heading}
    <p class="govuk-body">
      From then on it stays as it is, whatever is corrected in the record later. The next one starts
      as a copy. Another child who is known to us is named only by who they are to this child.
    </p>
    ${postForm(
      asked,
      { submit: 'Finish', cancel: chronologyUrl(child.id, chronology.id) },
      ask(asked).several('read', 'Before you finish', [
        { value: 'yes', content: 'I have read it as it will be printed' },
      ]),
    )}`
}
