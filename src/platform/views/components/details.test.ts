import { z } from 'zod'
import { attributes, content, flag, text } from '../testing/fixture-options.ts'
import { describeFixtures } from '../testing/govuk-fixtures.ts'
import { details } from './details.ts'

describeFixtures({
  component: 'details',
  options: z.strictObject({
    summary: content,
    content,
    id: text,
    open: flag,
    classes: text,
    attributes,
  }),
  render: details,
})
