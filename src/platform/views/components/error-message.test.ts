import { z } from 'zod'
import { attributes, content, text } from '../testing/fixture-options.ts'
import { describeFixtures } from '../testing/govuk-fixtures.ts'
import { errorMessage } from './error-message.ts'

describeFixtures({
  component: 'error-message',
  options: z.strictObject({
    content,
    id: text,
    visuallyHiddenText: text,
    classes: text,
    attributes,
  }),
  render: errorMessage,
})
