import { z } from 'zod'
import { attributes, content, text } from '../testing/fixture-options.ts'
import { describeFixtures } from '../testing/govuk-fixtures.ts'
import { skipLink } from './skip-link.ts'

describeFixtures({
  component: 'skip-link',
  options: z.strictObject({ content, href: text, classes: text, attributes }),
  render: skipLink,
})
