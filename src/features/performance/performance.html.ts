import { formatDateRange } from '#domain/calendar/format-date.ts'
import type { Period } from '#domain/calendar/period.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { rowsAnswered } from '#domain/measures/subject-row.ts'
import type { Figure } from '#domain/measures/figures.ts'
import type { MeasureResult } from '#domain/measures/run-measures.ts'
import { ask, whatIsWrong } from '#platform/views/ask.ts'
import { button } from '#platform/views/components/button.ts'
import { details } from '#platform/views/components/details.ts'
import { scrollingTable, type TableCell } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import { usualPeriods, type ShownPeriod } from './asked-period.ts'
import { numberInWords, valueInWords } from './figure-words.ts'
import { figureUrl, measureUrl, performanceUrl } from './urls.ts'

interface Performance {
  readonly shownPeriod: ShownPeriod
  readonly results: readonly MeasureResult[]
}

/** The period, the headlines, then each measure with all its figures. */
export function performanceBody({ shownPeriod, results }: Performance, today: PlainDate): Html {
  const { period } = shownPeriod
  return html`${whatIsWrong({ ...shownPeriod, hiddenFields: html`` })}
    <h1 class="govuk-heading-l">Performance, ${formatDateRange(period)}</h1>
    <p class="govuk-body">
      Nobody types a figure here. Each one is counted from the children's records and opens into
      them.
    </p>
    ${choosePeriod(shownPeriod, today)}
    <div class="app-figures">${results.map(result => headline(result, period))}</div>
    ${results.map(result => measureSection(result, period))}`
}

function choosePeriod(shownPeriod: ShownPeriod, today: PlainDate): Html {
  const questions = ask({ ...shownPeriod, hiddenFields: html`` })
  const usual = usualPeriods(today).map(
    ({ name, period }) =>
      html`<li><a class="govuk-link" href="${performanceUrl(period)}">${name}</a></li>`,
  )
  return details({
    summary: 'Choose another period',
    open: shownPeriod.errors.length > 0,
    content: html`<ul class="govuk-list">
        ${usual}
      </ul>
      <form method="get" action="${performanceUrl()}" novalidate>
        ${questions.date('first', 'First day', { hint: 'The first day that is counted' })}
        ${questions.date('last', 'Last day', { hint: 'The last day that is counted' })}
        ${button({ content: 'Show this period' })}
      </form>`,
  })
}

function headline({ measureId, title, figures }: MeasureResult, period: Period): Html {
  const [figure] = figures
  if (figure === undefined) return html``
  const rate = figures.find(one => one.kind === 'rate')
  const about = [
    figure.section,
    figure.label,
    figure.kind === 'share' && numberInWords(figure),
    rate !== undefined && valueInWords(rate),
  ].filter(part => typeof part === 'string')
  return html`<section class="app-figure">
    <h2 class="app-figure__name">${title}</h2>
    <p class="app-figure__value"><a class="govuk-link govuk-link--no-visited-state" href="${figureUrl(measureId, figure.id, period)}">${valueInWords(figure)}</a></p>
    <p class="app-figure__definition">${about.join(': ')}</p>
  </section>`
}

function measureSection(result: MeasureResult, period: Period): Html {
  const unknown = rowsAnswered(result.rows, 'unknown').length
  const excluded = rowsAnswered(result.rows, 'excluded').length
  return html`<section class="app-section" id="${result.measureId}">
    <h2 class="govuk-heading-m">${result.title}</h2>
    <p class="govuk-body">${result.question}</p>
    ${sectionsOf(result.figures).map((part, index) => figureTable(result, part, { period, isFirst: index === 0 }))}
    <p class="govuk-body">
      <a class="govuk-link" href="${measureUrl(result.measureId, period)}"
        >Everyone this looked at<span class="govuk-visually-hidden">: ${result.title}</span></a
      >: ${result.rows.length - unknown - excluded} counted or in the whole, ${unknown} not known
      yet, ${excluded} left out.
    </p>
    ${details({
      classes: 'app-why',
      summary: html`How is this counted?<span class="govuk-visually-hidden">
          ${result.title}</span
        >`,
      content: howCounted(result),
    })}
  </section>`
}

/** The notes and the source of a measure. */
export function howCounted({ notes, source, definitionVersion }: MeasureResult): Html {
  return html`<ul class="govuk-list govuk-list--bullet">
      ${notes.map(note => html`<li>${note}</li>`)}
    </ul>
    <p>Source: ${source.source}, ${source.section}. Definition ${definitionVersion}.</p>`
}

type FigureSection = readonly [section: string | null, figures: readonly Figure[]]

function sectionsOf(figures: readonly Figure[]): FigureSection[] {
  const sections = new Map<string | null, Figure[]>()
  for (const figure of figures) {
    const section = sections.get(figure.section)
    if (section === undefined) sections.set(figure.section, [figure])
    else section.push(figure)
  }
  return [...sections]
}

const columnNames = [
  { content: 'Figure' },
  { content: 'Number', format: 'numeric' },
  { content: 'Share or rate', format: 'numeric' },
] as const

/** The first table of a measure says what the columns are; below it the names are for those who hear the page. */
function unseen(column: (typeof columnNames)[number]): TableCell {
  return { ...column, content: html`<span class="govuk-visually-hidden">${column.content}</span>` }
}

function figureTable(
  result: MeasureResult,
  [section, figures]: FigureSection,
  { period, isFirst }: { readonly period: Period; readonly isFirst: boolean },
): Html {
  const caption = section ?? result.title
  return scrollingTable({
    caption,
    regionLabel: section === null ? result.title : `${result.title}: ${section}`,
    captionClasses: section === null ? 'govuk-visually-hidden' : 'govuk-table__caption--s',
    classes: isFirst ? 'app-figure-table' : 'app-figure-table app-figure-table--more',
    firstCellIsHeader: true,
    head: isFirst ? columnNames : columnNames.map(unseen),
    rows: figures.map(figure => figureRow(result.measureId, figure, period)),
  })
}

function figureRow(measureId: string, figure: Figure, period: Period): TableCell[] {
  const opens = html`<a class="govuk-link" href="${figureUrl(measureId, figure.id, period)}">${numberInWords(figure)}<span class="govuk-visually-hidden">: ${figure.label}</span></a>`
  return [
    figure.label,
    { content: opens, format: 'numeric' },
    { content: figure.kind === 'count' ? '' : valueInWords(figure), format: 'numeric' },
  ]
}
