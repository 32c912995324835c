import { fieldInWords, type ComparedField } from '#domain/merging/identity-fields.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { ask, postForm, whatIsWrong } from '#platform/views/ask.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { scrollingTable } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import { displayName } from '#records/children.ts'
import { childColumns } from '#records/merging/child-columns.table.ts'
import { personColumns } from '#records/merging/mentions.ts'
import type { NamingRow } from '#records/merging/rows-of-children.ts'
import { childUrl } from '../children/urls.ts'
import { inputFor } from './field-names.ts'
import type { TwoRecords } from './two-records.ts'
import { duplicatesUrl, mergeUrl, notSameUrl } from './urls.ts'

/** Both records field by field, everything that moves, and the one step. */
export function mergeBody(shown: ShownForm, both: TwoRecords): Html {
  const { kept, other } = both
  return html`${whatIsWrong(shown)}
    <h1 class="govuk-heading-l">Make two records one</h1>
    <p class="govuk-body-l">
      The record of ${displayName(kept)} is kept. Everything in the record of ${displayName(other)} moves
      into it.
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href="${childUrl(kept.id)}">Open the record that is kept</a>,
      <a class="govuk-link" href="${childUrl(other.id)}">open the other record</a>,
      <a class="govuk-link" href="${mergeUrl(other.id, kept.id)}">keep the other record instead</a> or
      <a class="govuk-link" href="${notSameUrl(kept.id, other.id)}">say that they are two children</a>.
    </p>
    ${both.whyNot.map(reason => insetText({ content: reason }))}
    ${postForm(
      { ...shown, hiddenFields: html`${shown.hiddenFields}${seenField(both.seen)}` },
      { submit: 'Make the two records one', cancel: duplicatesUrl },
      html`${whoSection(shown, both.compared)} ${movingSection(both)} ${afterSection(both)}
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            ${ask(shown).longText('reason', 'How do you know that it is one child?', {
              size: 'm',
              rows: 3,
              hint: 'For example: the mother confirmed the date of birth. It stays with the record.',
            })}
          </div>
        </div>`,
    )}`
}

/** What the page shows is what it stands for, also when it is shown again. */
export function seenField(seen: string): Html {
  return html`<input type="hidden" name="seen" value="${seen}" />`
}

function whoSection(shown: ShownForm, compared: readonly ComparedField[]): Html {
  const differing = compared.filter(({ isSame }) => !isSame)
  const same = compared.filter(({ isSame }) => isSame)
  return html`<h2 class="govuk-heading-m">Who the child is</h2>
    ${
      differing.length === 0
        ? html`<p class="govuk-body">Both records say the same.</p>`
        : html`<p class="govuk-body">
            Choose what is right where the records differ. What you do not choose stays in the history
            and comes back if the records are parted again.
          </p>`
    }
    ${differing.map(({ field, kept, merged }) =>
      ask(shown).one(
        inputFor('take', field.key),
        field.title,
        [
          { value: 'kept', content: fieldInWords(field, kept), hint: 'In the record that is kept' },
          { value: 'merged', content: fieldInWords(field, merged), hint: 'In the other record' },
        ],
        { size: 's' },
      ),
    )}
    ${
      same.length > 0 &&
      html`<h3 class="govuk-heading-s">The same in both</h3>
        ${summaryList({
          rows: same.map(({ field, kept }) => ({
            key: field.title,
            value: fieldInWords(field, kept),
          })),
        })}`
    }`
}

function movingSection({ kept, other, rows }: TwoRecords): Html {
  const counts = countRows(rows, kept.id, other.id)
  return html`<h2 class="govuk-heading-m">What moves</h2>
    ${
      counts.every(({ moving }) => moving === 0)
        ? html`<p class="govuk-body">There is nothing in the other record but who the child is.</p>`
        : scrollingTable({
            caption: 'What moves into the record that is kept',
            captionClasses: 'govuk-visually-hidden',
            head: [
              'What',
              { content: 'In the kept record now', format: 'numeric' },
              { content: 'Moves into it', format: 'numeric' },
              { content: 'Together', format: 'numeric' },
            ],
            rows: counts.map(({ many, there, moving }) => [
              capitalised(many),
              { content: there, format: 'numeric' },
              { content: moving, format: 'numeric' },
              { content: there + moving, format: 'numeric' },
            ]),
          })
    }`
}

function countRows(rows: readonly NamingRow[], keptId: string, otherId: string) {
  return [...childColumns, ...personColumns]
    .map(({ table, column, many }) => {
      const of = rows.filter(row => row.table === table && row.column === column)
      const there = of.filter(({ childId }) => childId === keptId).length
      return { many, there, moving: of.filter(({ childId }) => childId === otherId).length }
    })
    .filter(({ there, moving }) => there + moving > 0)
}

function afterSection({ restriction, toSettle }: TwoRecords): Html {
  const named =
    restriction.kind === 'new'
      ? [
          `The record will be for named people only, as restricted as the stricter of both: ${restriction.restriction.named.length} people may open it.`,
        ]
      : []
  return html`<h2 class="govuk-heading-m">Afterwards</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>Links to the other record lead to the one that is kept.</li>
      <li>Who looked at either record stays written down, in one list.</li>
      <li>You can part the records again at any time, also after new work.</li>
      ${[...named, ...toSettle].map(one => html`<li>${one}</li>`)}
    </ul>`
}

/** With a capital at the beginning. */
export function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
