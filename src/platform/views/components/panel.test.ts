import { z } from 'zod'
import { attributes, content, text } from '../testing/fixture-options.ts'
import { describeFixtures } from '../testing/govuk-fixtures.ts'
import { panel } from './panel.ts'

const action = z.strictObject({
  content: z.string(),
  href: text,
  type: z.enum(['button', 'submit', 'reset']).optional(),
  classes: text,
  attributes,
})
const actions = z
  .strictObject({ items: z.array(action).default([]), classes: text, attributes })
  .optional()

describeFixtures({
  component: 'panel',
  options: z.strictObject({
    title: content,
    content: content.optional(),
    actions,
    headingLevel: z.literal([1, 2, 3, 4, 5, 6]).optional(),
    classes: text,
    attributes,
  }),
  render: panel,
})
