import { load } from 'cheerio'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { renderHtml } from '../html.ts'
import {
  attributes,
  errorMessage,
  fieldset,
  flag,
  formGroup,
  hint,
  text,
} from '../testing/fixture-options.ts'
import { describeFixtures } from '../testing/govuk-fixtures.ts'
import { dateInput } from './date-input.ts'

const value = z.union([z.string(), z.number()]).optional()
/** GOV.UK Frontend's keys carry the name prefix: `dob-day`. */
const values = z
  .record(z.string(), value)
  .transform(given => {
    const named = (part: string) => Object.entries(given).find(([key]) => key.endsWith(part))?.[1]
    return { day: named('day'), month: named('month'), year: named('year') }
  })
  .optional()
const part = z
  .union([
    z.literal(false),
    z.strictObject({
      name: text,
      label: text,
      value,
      id: text,
      classes: text,
      error: flag,
      autocomplete: text,
      attributes,
    }),
  ])
  .optional()

/** GOV.UK Frontend also takes the boxes as a list; ours are always the day, the month, the year. */
function withNamedBoxes(options: unknown): unknown {
  const { items, ...rest } = z.looseObject({ items: z.array(box).optional() }).parse(options)
  if (!items || items.length === 0) return rest
  const named = (part: string) => items.find(item => item.name === part) ?? false
  return { day: named('day'), month: named('month'), year: named('year'), ...rest }
}

const box = z.looseObject({ name: z.string() })

describeFixtures({
  component: 'date-input',
  options: z.preprocess(
    withNamedBoxes,
    z.strictObject({
      id: z.string(),
      namePrefix: text,
      fieldset,
      values,
      day: part,
      month: part,
      year: part,
      hint,
      errorMessage,
      formGroup,
      classes: text,
      attributes,
    }),
  ),
  render: dateInput,
  leftOut: {
    'custom pattern': 'the browser is not asked to judge: our forms answer with words',
    'custom inputmode': 'the browser is not asked to judge: our forms answer with words',
    'with nested name': 'our field names are flat',
    'with field value and items': 'a box is described once, not both by name and in a list',
    'with field value and item value': 'a box is described once, not both by name and in a list',
    'with field value, item value and values':
      'a box is described once, not both by name and in a list',
    'with error on single item using classes': 'a box is marked with error: true, not with a class',

    'with errors only (using classes)': 'a box is marked with error: true, not with a class',
    'with error on single field using classes':
      'a box is marked with error: true, not with a class',
  },
})

test('shows again what was typed, under the names the form is sent with', () => {
  const values = { day: '31', month: 'Febuary', year: '<2026>' }
  const $ = load(renderHtml(dateInput({ id: 'met', namePrefix: 'met', values })))
  const sent = $('input').map((_index, box) =>
    [$(box).attr('name'), $(box).attr('value')].join('='),
  )
  expect(sent.get()).toEqual(['met-day=31', 'met-month=Febuary', 'met-year=<2026>'])
})
