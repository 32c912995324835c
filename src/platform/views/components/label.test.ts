import { z } from 'zod'
import { attributes, content, flag, text } from '../testing/fixture-options.ts'
import { describeFixtures } from '../testing/govuk-fixtures.ts'
import { label } from './label.ts'

describeFixtures({
  component: 'label',
  options: z.strictObject({
    content: content.default(''),
    for: text,
    isPageHeading: flag,
    classes: text,
    attributes,
  }),
  render: label,
})
