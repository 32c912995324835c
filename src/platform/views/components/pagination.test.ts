import { z } from 'zod'
import { attributes, content, flag, optionalItems, text } from '../testing/fixture-options.ts'
import { describeFixtures } from '../testing/govuk-fixtures.ts'
import { pagination } from './pagination.ts'

const item = z.union([
  z.strictObject({ ellipsis: z.literal(true) }),
  z.strictObject({
    number: z.union([z.string(), z.number()]),
    href: z.string(),
    current: flag,
    visuallyHiddenText: text,
    attributes,
  }),
])
const link = z
  .strictObject({ href: z.string(), content: content.optional(), labelText: text, attributes })
  .optional()

describeFixtures({
  component: 'pagination',
  options: z.strictObject({
    items: optionalItems(item).optional(),
    previous: link,
    next: link,
    landmarkLabel: text,
    classes: text,
    attributes,
  }),
  render: pagination,
  leftOut: {
    'with empty items': 'an item is a page or an ellipsis; one without either cannot be written',
  },
})
