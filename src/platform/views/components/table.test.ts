import { load } from 'cheerio'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { html, renderHtml } from '../html.ts'
import { attributes, content, flag, optionalItems, text } from '../testing/fixture-options.ts'
import { describeFixtures } from '../testing/govuk-fixtures.ts'
import { scrollingTable, table } from './table.ts'

const cell = z.strictObject({
  content: content.default(''),
  format: z.literal('numeric').optional(),
  colspan: z.number().optional(),
  rowspan: z.number().optional(),
  classes: text,
  attributes,
})

describeFixtures({
  component: 'table',
  options: z.strictObject({
    rows: optionalItems(z.array(cell)),
    head: z.array(cell).optional(),
    caption: text,
    captionClasses: text,
    firstCellIsHeader: flag,
    classes: text,
    attributes,
  }),
  render: table,
})

test('a cell can be words, a number or markup, without more ado', () => {
  const $ = load(renderHtml(html`${table({ rows: [['<b>', 3, html`<i>x</i>`]] })}`))
  expect(
    $('td')
      .map((_index, cell) => $(cell).html())
      .get(),
  ).toEqual(['&lt;b&gt;', '3', '<i>x</i>'])
})

test('a wide table scrolls by itself, by keyboard too, and says what it is', () => {
  const $ = load(renderHtml(scrollingTable({ caption: 'Homes "by" team', rows: [['North', 3]] })))
  const region = $('.app-table-wrap')
  expect(region.attr('tabindex')).toBe('0')
  expect(region.attr('role')).toBe('region')
  expect(region.attr('aria-label')).toBe('Homes "by" team')
  expect(region.find('table caption').text().trim()).toBe('Homes "by" team')
})

test('the cells of a wide table know their column, for a screen too narrow for a row', () => {
  const head = ['Child', { content: 'Age', format: 'numeric' }, html`<span>Hidden</span>`] as const
  const rows = [['Robin', { content: 14, attributes: { id: 'age' } }, 'x', 'no column']]
  const $ = load(renderHtml(scrollingTable({ caption: 'Children', head, rows })))
  const labels = $('td')
    .toArray()
    .map(cell => $(cell).attr('data-label'))
  expect(labels).toEqual(['Child', 'Age', undefined, undefined])
  expect($('#age').text()).toBe('14')
})
