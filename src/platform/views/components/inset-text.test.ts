import { z } from 'zod'
import { attributes, content, text } from '../testing/fixture-options.ts'
import { describeFixtures } from '../testing/govuk-fixtures.ts'
import { insetText } from './inset-text.ts'

describeFixtures({
  component: 'inset-text',
  options: z.strictObject({ content, id: text, classes: text, attributes }),
  render: insetText,
})
