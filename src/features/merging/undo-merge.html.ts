import { formatDate } from '#domain/calendar/format-date.ts'
import { parsePlainDate } from '#domain/calendar/plain-date.ts'
import { fieldInWords, type FieldToUndo } from '#domain/merging/identity-fields.ts'
import type { GroupSince } from '#domain/merging/work-since-merge.ts'
import { alertKinds } from '#domain/vocabulary/alerts.ts'
import {
  circumstanceKinds,
  identifierKinds,
  relationshipKinds,
} from '#domain/vocabulary/children.ts'
import { eventKinds } from '#domain/vocabulary/events.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { outcomeKinds } from '#domain/vocabulary/outcomes.ts'
import {
  allocationRoles,
  contactKinds,
  interventionKinds,
  referralKinds,
  signatories,
} from '#domain/vocabulary/work.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { ask, postForm, whatIsWrong } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import { childColumns } from '#records/merging/child-columns.table.ts'
import { personColumns } from '#records/merging/mentions.ts'
import { momentInWords } from '../moment-in-words.ts'
import { counted, inputFor } from './field-names.ts'
import { capitalised, seenField } from './merge.html.ts'
import type { LoadedUndo } from './loaded-undo.ts'
import { mergesUrl } from './urls.ts'

/** What goes back, what is asked about, and the step that parts the records. */
export function undoMergeBody(shown: ShownForm, loaded: LoadedUndo): Html {
  const { child, merge } = loaded
  if (loaded.isOfAnother) return partTheOtherFirst(loaded)
  return html`${whatIsWrong(shown)}
    <h1 class="govuk-heading-l">Part two records again</h1>
    <p class="govuk-body-l">
      ${merge.mergedBy} merged the record of ${merge.mergedName} into this one,
      ${momentInWords(merge.mergedAt)}: ${merge.reason}
    </p>
    ${postForm(
      { ...shown, hiddenFields: html`${shown.hiddenFields}${seenField(loaded.seen)}` },
      { submit: 'Part the records', cancel: mergesUrl(child.id) },
      html`${backSection(loaded)} ${fieldsSection(shown, loaded)} ${sinceSection(shown, loaded)}
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            ${ask(shown).longText('because', 'Why are the records parted?', { size: 'm', rows: 3 })}
          </div>
        </div>`,
    )}`
}

function partTheOtherFirst({ child, merge }: LoadedUndo): Html {
  return html`<h1 class="govuk-heading-l">Part two records again</h1>
    <p class="govuk-body-l">
      The record of ${merge.mergedName} was merged into the record of ${merge.keptName}, which was itself
      merged into this one. Part the record of ${merge.keptName} from this one first.
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href="${mergesUrl(child.id)}">Merged records</a>
    </p>`
}

function backSection({ called, rows, brought }: LoadedUndo): Html {
  const words = childColumns.flatMap(({ table, column, one, many }) => {
    const count = rows.goingBack.filter(row => row.table === table && row.column === column).length
    return count === 0 ? [] : [counted(count, one, many)]
  })
  const mentions = personColumns.flatMap(({ table, column, one, many }) => {
    const count = brought.find(row => row.table === table && row.column === column)?.rows
    return count === undefined ? [] : [counted(count, one, many)]
  })
  return html`<h2 class="govuk-heading-m">What goes back to ${called.merged}</h2>
    ${
      words.length + mentions.length === 0
        ? html`<p class="govuk-body">Nothing but who the child is.</p>`
        : html`<ul class="govuk-list govuk-list--bullet">
            ${[...words, ...mentions].map(one => html`<li>${one}</li>`)}
          </ul>`
    }
    <p class="govuk-body">Who the child is stands in that record as it did before the merge.</p>`
}

function fieldsSection(shown: ShownForm, { called, fields }: LoadedUndo): Html | null {
  const back = fields.filter(({ becomes }) => becomes === 'back')
  const asked = fields.filter(({ becomes }) => becomes === 'asked')
  if (back.length + asked.length === 0) return null
  return html`<h2 class="govuk-heading-m">Who ${called.kept} is</h2>
    ${
      back.length > 0 &&
      html`<p class="govuk-body">Came with the merge and goes back to what it was:</p>
        <ul class="govuk-list govuk-list--bullet">
          ${back.map(
            ({ field, before, now }) => html`<li>
              ${field.title}: ${fieldInWords(field, before)} again, not ${fieldInWords(field, now)}
            </li>`,
          )}
        </ul>`
    }
    ${asked.map(one => changedField(shown, one, called))}`
}

function changedField(
  shown: ShownForm,
  { field, before, now }: FieldToUndo,
  names: { readonly kept: string; readonly merged: string },
): Html {
  const changed = fieldInWords(field, now)
  const was = fieldInWords(field, before)
  return ask(shown).one(
    inputFor('whose', field.key),
    `${field.title} was changed after the merge to “${changed}”. For whom is that right?`,
    [
      { value: 'kept', content: `This record, ${names.kept}` },
      {
        value: 'merged',
        content: `The other record, ${names.merged}`,
        hint: `This record says “${was}” again`,
      },
      { value: 'both', content: 'Both' },
    ],
    { size: 's' },
  )
}

function sinceSection(shown: ShownForm, loaded: LoadedUndo): Html {
  const { called, rows } = loaded
  const asked = rows.groups.filter(({ goesTo }) => goesTo === null)
  const following = rows.groups.filter(({ goesTo }) => goesTo !== null)
  return html`<h2 class="govuk-heading-m">What was recorded after the merge</h2>
    ${rows.groups.length === 0 && html`<p class="govuk-body">Nothing.</p>`}
    ${
      following.length > 0 &&
      html`<p class="govuk-body">Goes with what it belongs to:</p>
        <ul class="govuk-list govuk-list--bullet">
          ${following.map(
            group => html`<li>
              ${groupInWords(group, loaded)}:
              ${group.goesTo === 'merged' ? `to ${called.merged}` : `stays with ${called.kept}`}
            </li>`,
          )}
        </ul>`
    }
    ${asked.map(group =>
      ask(shown).one(
        inputFor('give', group.id),
        `${groupInWords(group, loaded)}: whose is it?`,
        [
          { value: 'kept', content: `Stays in this record, ${called.kept}` },
          { value: 'merged', content: `Goes to the other record, ${called.merged}` },
        ],
        { size: 's' },
      ),
    )}`
}

function groupInWords(group: GroupSince, loaded: LoadedUndo): string {
  return capitalised(group.rowIds.map(id => rowInWords(id, loaded)).join('; '))
}

function rowInWords(id: string, { rows, names }: LoadedUndo): string {
  const row = rows.since.find(one => one.id === id)
  const column = childColumns.find(
    ({ table, column: named }) => table === row?.table && named === row.column,
  )
  if (column === undefined) return 'record'
  const { kind, on } = names.get(id) ?? { kind: null, on: null }
  const day = parsePlainDate(on ?? '')
  const words = [column.one, kindInWords(column.table, kind), day && formatDate(day)]
  return words.filter(one => one !== undefined && one !== null).join(', ')
}

const kindNames: Readonly<Record<string, Parameters<typeof nameOf>[0]>> = {
  contacts: contactKinds,
  interventions: interventionKinds,
  referrals: referralKinds,
  outcomes: outcomeKinds,
  case_events: eventKinds,
  relationships: relationshipKinds,
  child_identifiers: identifierKinds,
  allocations: allocationRoles,
  alerts: alertKinds,
  circumstances: circumstanceKinds,
  signatures: signatories,
}

/** The name of the code where there is one; words that somebody wrote stay as they are. */
function kindInWords(table: string, kind: string | null): string | null {
  return kind === null ? null : nameOf(kindNames[table] ?? {}, kind)
}
