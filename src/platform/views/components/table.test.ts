import { z } from 'zod'
import { attributes, content, flag, optionalItems, text } from '../testing/fixture-options.ts'
import { describeFixtures } from '../testing/govuk-fixtures.ts'
import { table } from './table.ts'

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
