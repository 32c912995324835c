import { formatDate, formatDateRange } from '#domain/calendar/format-date.ts'
import { rowsBehind, type Figure } from '#domain/measures/figures.ts'
import type { MeasureResult } from '#domain/measures/run-measures.ts'
import { rowsAnswered, type SubjectAnswer, type SubjectRow } from '#domain/measures/subject-row.ts'
import { details } from '#platform/views/components/details.ts'
import { scrollingTable } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import { childUrl } from '../children/urls.ts'
import { numberInWords, valueInWords } from './figure-words.ts'
import { howCounted } from './performance.html.ts'

interface OpenedMeasure {
  readonly result: MeasureResult
  readonly names: ReadonlyMap<string, string>
}

const answers: readonly { readonly answer: SubjectAnswer; readonly heading: string }[] = [
  { answer: 'unknown', heading: 'Not known yet' },
  { answer: 'counted', heading: 'Counted' },
  { answer: 'in-denominator', heading: 'In the whole, not counted' },
  { answer: 'excluded', heading: 'Left out' },
]

/** Everyone a measure looked at, those about whom something is missing first. */
export function measureBody({ result, names }: OpenedMeasure): Html {
  return html`<h1 class="govuk-heading-l">${result.title}, ${formatDateRange(result.period)}</h1>
    <p class="govuk-body-l">${result.question}</p>
    ${details({ summary: 'How is this counted?', content: howCounted(result) })}
    ${answers.map(({ answer, heading }) => {
      const rows = rowsAnswered(result.rows, answer)
      return rows.length > 0 && rowTable(`${heading} (${rows.length})`, rows, names)
    })}`
}

/** The children behind one figure, and for a share those of the whole who are not in it. */
export function figureBody({ result, names, figure }: OpenedMeasure & { figure: Figure }): Html {
  const { numerator, denominator } = rowsBehind(result.rows, figure)
  const inNumerator = new Set(numerator.map(row => row.id))
  const rest = denominator.filter(row => !inNumerator.has(row.id))
  return html`<span class="govuk-caption-l"
      >${result.title}, ${formatDateRange(result.period)}</span
    >
    <h1 class="govuk-heading-l">
      ${figure.label}: ${figure.kind === 'count' ? numberInWords(figure) : valueInWords(figure)}
    </h1>
    ${figure.kind === 'share' && html`<p class="govuk-body-l">${numberInWords(figure)}</p>`}
    ${figure.kind === 'rate' && rateWords(figure, result)}
    ${
      numerator.length === 0
        ? html`<p class="govuk-body">Nobody is counted here in this period.</p>`
        : rowTable(`Counted (${numerator.length})`, numerator, names)
    }
    ${rest.length > 0 && rowTable(`In the whole, not counted (${rest.length})`, rest, names)}
    ${details({ summary: 'How is this counted?', content: howCounted(result) })}`
}

function rateWords(figure: Figure & { kind: 'rate' }, { rateOf }: MeasureResult): Html {
  if (figure.unknownBecause !== null)
    return html`<p class="govuk-body-l">${figure.unknownBecause}</p>`
  if (rateOf === undefined) return html``
  const people = new Intl.NumberFormat('en-GB').format(rateOf.childrenCount)
  return html`<p class="govuk-body-l">
    ${numberInWords(figure)} among ${people} children aged 10 to 17
    (${formatDate(rateOf.measuredOn)}; ${rateOf.source}).
  </p>`
}

function rowTable(
  caption: string,
  rows: readonly SubjectRow[],
  names: ReadonlyMap<string, string>,
): Html {
  return html`${scrollingTable({
    caption,
    captionClasses: 'govuk-table__caption--m',
    head: ['Child', 'Date', 'Why'],
    rows: rows.map(row => [
      html`<a class="govuk-link" href="${childUrl(row.childId)}"
        >${names.get(row.childId) ?? 'A child'}</a
      >`,
      formatDate(row.on),
      row.reason,
    ]),
  })}`
}
