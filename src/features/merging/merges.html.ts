import { fieldInWords, identityFields } from '#domain/merging/identity-fields.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Child } from '#records/children.ts'
import { childColumns } from '#records/merging/child-columns.table.ts'
import { personColumns } from '#records/merging/mentions.ts'
import type { Merge } from '#records/merging/merges.ts'
import { momentInWords } from '../moment-in-words.ts'
import { counted } from './field-names.ts'
import type { RowsOfMerge } from './rows-of-merges.ts'
import { duplicatesUrl, undoMergeUrl } from './urls.ts'

interface Merges {
  readonly child: Child
  readonly merges: readonly Merge[]
  readonly counts: readonly RowsOfMerge[]
}

/** Each merge with who, when and why, what came with it, and the way to undo it. */
export function mergesBody({ child, merges, counts }: Merges): Html {
  return html`<h1 class="govuk-heading-l">Merged records</h1>
    ${
      merges.length === 0 &&
      html`<p class="govuk-body">Nothing was merged into this record.</p>
        <p class="govuk-body">
          <a class="govuk-link" href="${duplicatesUrl}">Children who may be recorded twice</a>
        </p>`
    }
    ${merges.map(merge =>
      merge.mergedId !== child.id
        ? intoThis(
            child,
            merge,
            counts.filter(({ mergeId }) => mergeId === merge.id),
          )
        : outOfThis(merge),
    )}`
}

function intoThis(child: Child, merge: Merge, counts: readonly RowsOfMerge[]): Html {
  return html`<section class="app-card">
    <h2 class="app-card__title">The record of ${merge.mergedName}</h2>
    ${summaryList({
      rows: [
        { key: 'Merged', value: `${merge.mergedBy}, ${momentInWords(merge.mergedAt)}` },
        { key: 'Why', value: merge.reason },
        { key: 'What came with it', value: cameWith(counts) },
        ...notTaken(merge),
        ...undone(merge),
      ],
    })}
    ${merge.undoneAt === null && wayBack(child, merge)}
  </section>`
}

function wayBack(child: Child, merge: Merge): Html {
  if (merge.keptId !== child.id) {
    return html`<p class="govuk-body">
      It was merged into the record of ${merge.keptName}, and can be parted once that record is parted
      from this one.
    </p>`
  }
  return html`<p class="govuk-body">
    <a class="govuk-link" href="${undoMergeUrl(child.id, merge.id)}"
      >Part the records again<span class="govuk-visually-hidden">: ${merge.mergedName}</span></a
    >
  </p>`
}

function outOfThis(merge: Merge): Html {
  return html`<section class="app-card">
    <h2 class="app-card__title">This record was part of another one</h2>
    ${summaryList({
      rows: [
        { key: 'Merged', value: `${merge.mergedBy}, ${momentInWords(merge.mergedAt)}` },
        { key: 'Why', value: merge.reason },
        ...undone(merge),
      ],
    })}
  </section>`
}

function undone({ undoneAt, undoneBy, undoneBecause }: Merge) {
  if (undoneAt === null) return []
  return [
    { key: 'Parted again', value: `${undoneBy ?? ''}, ${momentInWords(undoneAt)}` },
    { key: 'Why parted', value: undoneBecause ?? '' },
  ]
}

function cameWith(counts: readonly RowsOfMerge[]): string {
  const words = [...childColumns, ...personColumns].flatMap(({ table, column, one, many }) => {
    const found = counts.find(row => row.table === table && row.column === column)
    return found === undefined ? [] : [counted(found.rows, one, many)]
  })
  return words.length === 0 ? 'Nothing but who the child is' : words.join(', ')
}

/** What the other record said and was not chosen: it is looked up here. */
function notTaken({ fields }: Merge) {
  const said = identityFields.flatMap(field => {
    const found = fields.find(one => one.field === field.key)
    if (found === undefined) return []
    const { kept, merged, chosen } = found
    if (fieldInWords(field, kept) === fieldInWords(field, merged)) return []
    const left = chosen === 'kept' ? merged : kept
    return [html`<li>${field.title}: ${fieldInWords(field, left)}</li>`]
  })
  if (said.length === 0) return []
  return [
    { key: 'Not chosen', value: html`<ul class="govuk-list govuk-!-margin-bottom-0">${said}</ul>` },
  ]
}
