import { z } from 'zod'
import { attributes, content, flag, text } from '../testing/fixture-options.ts'
import { describeFixtures } from '../testing/govuk-fixtures.ts'
import { errorSummary } from './error-summary.ts'

describeFixtures({
  component: 'error-summary',
  options: z.strictObject({
    title: content,
    description: content.optional(),
    errorList: z.array(z.strictObject({ content, href: text, attributes })).optional(),
    disableAutoFocus: flag,
    classes: text,
    attributes,
  }),
  render: errorSummary,
})
