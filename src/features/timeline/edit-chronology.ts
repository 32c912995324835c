import { goTo, refuse } from '#platform/http/page.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { lockRow } from '#records/lock-row.ts'
import type { Scope } from '#records/scope.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { chronologyPurposes } from '#domain/vocabulary/chronologies.ts'
import { formatShortDate } from '#domain/calendar/format-date.ts'
import { childBanner } from '../child-banner.ts'
import { findLastSaved } from '../last-saved.ts'
import { page } from '../page.ts'
import { chronologyForm, whyField, type TypedChronology } from './chronology-form.ts'
import { chronologyInUrl, loadChronology, type LoadedChronology } from './chronology-in-url.ts'
import { updateChronology, updateEntry } from './chronology-queries.ts'
import type { ShownEntry } from './chosen-entries.ts'
import { editChronologyBody } from './edit-chronology.html.ts'
import { chronologyUrl } from './urls.ts'

/** Why each entry matters, and what the whole tells: all of it on one page, until it is finished. */
export const editChronologyPage = page({
  permission: 'chronology.write',
  params: chronologyInUrl,
  load: async (context, { params }) => await loadChronology(context, params),
  form: ({ entries }) => chronologyForm(entries),
  initial: loaded => written(loaded),
  version: {
    lock: ({ scope }, { chronologyId }) => lockRow(scope, 'chronologies', chronologyId),
    holds: loaded => (loaded.chronology.finishedOn === null ? written(loaded) : null),
    questions: ({ entries }) => [
      { field: 'title', title: 'Title' },
      { field: 'purpose', title: 'What is it for?', words: chronologyPurposes },
      { field: 'audience', title: 'Who will read it?' },
      ...entries.map(({ id, on, what }) => ({
        field: whyField(id),
        title: `Why it matters: ${formatShortDate(on)}, ${what ?? 'no longer in the record'}`,
      })),
      { field: 'pattern', title: 'What the pattern tells us' },
      { field: 'childView', title: 'The child’s view' },
    ],
    lastSaved: ({ scope }, { child, chronology }) =>
      findLastSaved(scope, {
        action: 'chronology.changed',
        childId: child.id,
        subjectId: chronology.id,
      }),
  },
  submit: async ({ scope, today }, value, { params, loaded: { chronology, entries } }) => {
    if (chronology.finishedOn !== null) {
      return refuse({
        field: 'title',
        message: 'It is finished, and stays as it is. Start the next one as a copy',
      })
    }
    const { title, purpose, audience, pattern, childView } = value
    await updateChronology(scope, chronology.id, { title, purpose, audience, pattern, childView })
    for (const entry of entries) await saveEntry(scope, entry, value, today)
    await insertAuditEntry(scope, {
      action: 'chronology.changed',
      childId: params.childId,
      subjectId: chronology.id,
    })
    return goTo(chronologyUrl(params.childId, chronology.id), 'Saved')
  },
  view: (loaded, shown, { today }) => ({
    title: `Write: ${loaded.chronology.title}`,
    identity: childBanner(loaded.child, today),
    backLink: chronologyUrl(loaded.child.id, loaded.chronology.id),
    body: editChronologyBody(shown, loaded),
  }),
})

function written({ chronology, entries }: LoadedChronology) {
  const why = entries.map(({ id, whyItMatters }) => [whyField(id), whyItMatters] as const)
  return chronologyForm(entries).fill({
    ...Object.fromEntries(why),
    title: chronology.title,
    audience: chronology.audience,
    pattern: chronology.pattern,
    childView: chronology.childView,
    purpose: purposeOf(chronology.purpose),
  })
}

function purposeOf(code: string | null) {
  const codes = Object.keys(chronologyPurposes) as (keyof typeof chronologyPurposes)[]
  return codes.find(one => one === code) ?? null
}

async function saveEntry(
  scope: Scope,
  { id, whyItMatters }: ShownEntry,
  value: TypedChronology,
  today: PlainDate,
): Promise<void> {
  if (value.out.includes(id)) {
    await updateEntry(scope, id, { removedOn: today })
    return
  }
  const typed = Object.entries(value).find(([name]) => name === whyField(id))?.[1]
  const why = typeof typed === 'string' ? typed : null
  if (why !== whyItMatters) await updateEntry(scope, id, { whyItMatters: why })
}
