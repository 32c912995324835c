import { z } from 'zod'
import { attributes, content, text } from '../testing/fixture-options.ts'
import { describeFixtures } from '../testing/govuk-fixtures.ts'
import { warningText } from './warning-text.ts'

describeFixtures({
  component: 'warning-text',
  options: z.strictObject({
    content: content.default(''),
    iconFallbackText: text,
    classes: text,
    attributes,
  }),
  render: warningText,
})
