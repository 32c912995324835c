import { formatDate, formatShortDate } from '#domain/calendar/format-date.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { chronologyPurposes } from '#domain/vocabulary/chronologies.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { button } from '#platform/views/components/button.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { scrollingTable } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import { ownWords } from '../own-words.ts'
import type { LoadedChronology } from './chronology-in-url.ts'
import type { ShownEntry } from './chosen-entries.ts'
import {
  editChronologyUrl,
  finishChronologyUrl,
  newChronologyUrl,
  newEntryUrl,
  timelineUrl,
} from './urls.ts'

interface Reading {
  readonly mayWrite: boolean
  readonly today: PlainDate
}

/** The whole chronology as a meeting reads it: what it is, the entries by day, what the pattern tells, what the child says. */
export function chronologyBody(loaded: LoadedChronology, { mayWrite, today }: Reading): Html {
  const { child, chronology, entries } = loaded
  const calledName = child.knownAs ?? child.givenName
  return html`<h1 class="govuk-heading-l">${chronology.title}</h1>
    ${mayWrite && actions(loaded)} ${heading(loaded, today)}
    ${entries.length === 0 ? html`<p class="govuk-body">Nothing is in it yet.</p>` : entryTable(entries)}
    ${analysis('What the pattern tells us', chronology.pattern)}
    ${analysis(`What ${calledName} says`, chronology.childView)} ${foot(loaded)}`
}

function actions({ child, chronology: { id, finishedOn } }: LoadedChronology): Html {
  if (finishedOn !== null) {
    return html`<div class="govuk-button-group app-no-print">
      <a class="govuk-link" href="${newChronologyUrl(child.id, id)}">Start the next one as a copy</a>
    </div>`
  }
  return html`<div class="govuk-button-group app-no-print">
    ${button({ href: editChronologyUrl(child.id, id), content: 'Write it' })}
    ${button({
      href: timelineUrl(child.id),
      content: 'Choose from the timeline',
      classes: 'govuk-button--secondary',
    })}
    <a class="govuk-link" href="${newEntryUrl(child.id, id)}">Add something from elsewhere</a>
    <a class="govuk-link" href="${finishChronologyUrl(child.id, id)}">Finish it</a>
  </div>`
}

function heading({ child, chronology }: LoadedChronology, today: PlainDate): Html {
  const { purpose, audience, authorName, authorJobTitle, finishedOn, finishedByName } = chronology
  const written = `${authorName}, ${authorJobTitle}, from ${formatDate(chronology.startedOn)}`
  const state =
    finishedOn === null
      ? `Draft on ${formatDate(today)}: it can still change`
      : `Finished on ${formatDate(finishedOn)} by ${finishedByName ?? 'nobody named'}`
  return summaryList({
    classes: 'app-chronology-about',
    rows: [
      {
        key: 'About',
        value: `${child.givenName} ${child.familyName}, born ${formatDate(child.bornOn)}`,
      },
      {
        key: 'For',
        value: purpose === null ? 'Not chosen yet' : nameOf(chronologyPurposes, purpose),
      },
      { key: 'Readers', value: audience ?? 'Not said yet' },
      { key: 'Written by', value: written },
      { key: 'State', value: state },
    ],
  })
}

function entryTable(entries: readonly ShownEntry[]): Html {
  return scrollingTable({
    caption: 'What happened, and why it matters',
    captionClasses: 'govuk-table__caption--m',
    classes: 'app-chronology',
    head: ['Day', 'What happened', 'Why it matters'],
    rows: entries.map(entry => [
      formatShortDate(entry.on),
      html`${whatOf(entry)} ${sourceOf(entry)}`,
      entry.whyItMatters === null
        ? html`<span class="govuk-hint">Not said yet</span>`
        : html`${entry.whyItMatters}`,
    ]),
  })
}

function whatOf({ what }: ShownEntry): Html {
  if (what !== null) return html`${what}`
  return html`<span class="govuk-hint"
    >No longer in the record, or not for you to read: take it out, or ask a manager.</span
  >`
}

function sourceOf({ toldBy, url }: ShownEntry): Html | null {
  if (toldBy === null) return null
  return html`<span class="app-chronology__source"
    >${url === null ? toldBy : html`<a class="govuk-link" href="${url}">${toldBy}</a>`}</span
  >`
}

function analysis(title: string, text: string | null): Html {
  return html`<section class="app-keep-together">
    <h2 class="govuk-heading-m">${title}</h2>
    ${text === null ? html`<p class="govuk-body govuk-hint">Not written yet.</p>` : ownWords(text)}
  </section>`
}

function foot({ chronology: { finishedOn, contentHash } }: LoadedChronology): Html | null {
  if (finishedOn === null || contentHash === null) return null
  return html`<p class="app-chronology__source">
    The words are as they stood on ${formatDate(finishedOn)}; later corrections of the record do not
    change them. Fingerprint: <span class="app-chronology__hash">${contentHash}</span>
  </p>`
}
