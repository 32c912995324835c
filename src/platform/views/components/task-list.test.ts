import { z } from 'zod'
import { attributes, content, optionalItems, text } from '../testing/fixture-options.ts'
import { describeFixtures } from '../testing/govuk-fixtures.ts'
import { taskList } from './task-list.ts'

const tag = z.strictObject({ content, classes: text, attributes }).optional()
const item = z.strictObject({
  title: z.strictObject({ content, classes: text }),
  hint: z
    .strictObject({ content })
    .transform(hint => hint.content)
    .optional(),
  status: z.strictObject({ content: content.optional(), tag, classes: text }),
  href: text,
  classes: text,
})

describeFixtures({
  component: 'task-list',
  options: z.strictObject({
    items: optionalItems(item),
    idPrefix: text,
    classes: text,
    attributes,
  }),
  render: taskList,
})
