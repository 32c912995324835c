import { z } from 'zod'
import { attributes, content, flag, optionalItems, text } from '../testing/fixture-options.ts'
import { describeFixtures } from '../testing/govuk-fixtures.ts'
import { accordion } from './accordion.ts'

const words = z.strictObject({ content }).transform(words => words.content)
const item = z.strictObject({
  heading: words,
  summary: words.optional(),
  content: words,
  expanded: flag,
})

describeFixtures({
  component: 'accordion',
  options: z.strictObject({
    id: z.string(),
    items: optionalItems(item),
    headingLevel: z.literal([1, 2, 3, 4, 5, 6]).optional(),
    rememberExpanded: flag,
    classes: text,
    attributes,
  }),
  render: accordion,
  leftOut: {
    'with translations': 'one language for now: the words of the buttons are not ours to set',
  },
})
