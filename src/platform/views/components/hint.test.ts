import { z } from 'zod'
import { attributes, content, text } from '../testing/fixture-options.ts'
import { describeFixtures } from '../testing/govuk-fixtures.ts'
import { hint } from './hint.ts'

describeFixtures({
  component: 'hint',
  options: z.strictObject({ content, id: text, classes: text, attributes }),
  render: hint,
})
