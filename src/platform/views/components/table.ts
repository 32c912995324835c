import { attributes, classNames, type Attributes } from '../attributes.ts'
import { html, isHtml, type Content, type Html } from '../html.ts'
import type { ElementOptions, Optional } from './optional-item.ts'

export type TableCellOptions = ElementOptions & {
  readonly content: Content | number
  /** Numbers line up on the right. */
  readonly format?: 'numeric' | undefined
  readonly colspan?: number | undefined
  readonly rowspan?: number | undefined
}

export type TableCell = Content | number | TableCellOptions

export type TableOptions = ElementOptions & {
  readonly rows: readonly Optional<readonly TableCell[]>[]
  readonly head?: readonly TableCell[] | undefined
  readonly caption?: string | undefined
  readonly captionClasses?: string | undefined
  readonly firstCellIsHeader?: boolean | undefined
}

export function table(options: TableOptions): Html {
  const { caption, captionClasses, head } = options
  return html`<table${attributes({
    class: classNames('govuk-table', options.classes),
    ...options.attributes,
  })}>
  ${
    caption &&
    html`<caption class="${classNames('govuk-table__caption', captionClasses)}">
      ${caption}
    </caption>`
  }
  ${
    head &&
    html`<thead class="govuk-table__head">
      <tr class="govuk-table__row">
        ${head.map(headCell)}
      </tr>
    </thead>`
  }
  <tbody class="govuk-table__body">${options.rows.map(row => row && tableRow(row, options.firstCellIsHeader))}</tbody>
</table>`
}

export type ScrollingTableOptions = TableOptions & {
  readonly caption: string
  /** Tells the region apart where two tables of a page have the same caption. */
  readonly regionLabel?: string | undefined
}

/**
 * Lets a wide table scroll by itself, by finger and by keyboard, instead of the whole page. On a phone the cells of a row stand one
 * under another, each after the name of its column.
 */
export function scrollingTable(options: ScrollingTableOptions): Html {
  const rows = options.rows.map(row => row && labelled(row, options.head ?? []))
  return html`<div${attributes({
    class: 'app-table-wrap',
    role: 'region',
    'aria-label': options.regionLabel ?? options.caption,
    tabindex: 0,
  })}>${table({ ...options, rows })}</div>`
}

function labelled(row: readonly TableCell[], head: readonly TableCell[]): TableCellOptions[] {
  return row.map((cell, index) => {
    const { content: label } = asCell(head[index] ?? '')
    const options = asCell(cell)
    if (typeof label !== 'string' || label === '') return options
    return { ...options, attributes: { 'data-label': label, ...options.attributes } }
  })
}

function tableRow(row: readonly TableCell[], firstCellIsHeader: boolean | undefined): Html {
  return html`<tr class="govuk-table__row">
    ${row.map((cell, index) =>
      firstCellIsHeader && index === 0 ? rowHeader(cell) : dataCell(cell),
    )}
  </tr>`
}

function headCell(cell: TableCell): Html {
  const options = asCell(cell)
  return html`<th${attributes({
    scope: 'col',
    class: cellClass('govuk-table__header', options),
    ...cellAttributes(options),
  })}>${options.content}</th>`
}

function rowHeader(cell: TableCell): Html {
  const options = asCell(cell)
  return html`<th${attributes({
    scope: 'row',
    class: classNames('govuk-table__header', options.classes),
    ...cellAttributes(options),
  })}>${options.content}</th>`
}

function dataCell(cell: TableCell): Html {
  const options = asCell(cell)
  return html`<td${attributes({
    class: cellClass('govuk-table__cell', options),
    ...cellAttributes(options),
  })}>${options.content}</td>`
}

function cellClass(base: string, { format, classes }: TableCellOptions): string {
  return classNames(base, format && `${base}--${format}`, classes)
}

function cellAttributes({ colspan, rowspan, attributes: more }: TableCellOptions): Attributes {
  return { colspan, rowspan, ...more }
}

function asCell(cell: TableCell): TableCellOptions {
  return typeof cell === 'object' && !isHtml(cell) ? cell : { content: cell }
}
