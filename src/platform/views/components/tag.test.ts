import { z } from 'zod'
import { attributes, content, text } from '../testing/fixture-options.ts'
import { describeFixtures } from '../testing/govuk-fixtures.ts'
import { tag } from './tag.ts'

describeFixtures({
  component: 'tag',
  options: z.strictObject({ content, classes: text, attributes }),
  render: tag,
})
