import { z } from 'zod'
import { attributes, content, optionalItems, text } from '../testing/fixture-options.ts'
import { describeFixtures } from '../testing/govuk-fixtures.ts'
import { summaryList } from './summary-list.ts'

const action = z.strictObject({
  content,
  href: z.string(),
  visuallyHiddenText: text,
  classes: text,
  attributes,
})
const actions = z
  .strictObject({ items: z.array(action) })
  .transform(list => list.items)
  .optional()
const cell = z.strictObject({ content, classes: text })
const row = z.strictObject({ key: cell, value: cell, actions, classes: text })
const title = z.strictObject({
  content,
  headingLevel: z.literal([1, 2, 3, 4, 5, 6]).optional(),
  classes: text,
})
const card = z.strictObject({ title: title.optional(), actions, classes: text, attributes })

describeFixtures({
  component: 'summary-list',
  options: z.strictObject({
    rows: optionalItems(row),
    card: card.optional(),
    classes: text,
    attributes,
  }),
  render: summaryList,
  leftOut: {
    'overridden-widths': 'actions are a plain list of links',
    'actions with classes': 'actions are a plain list of links',
  },
})
