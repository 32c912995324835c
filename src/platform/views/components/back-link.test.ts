import { z } from 'zod'
import { attributes, content, text } from '../testing/fixture-options.ts'
import { describeFixtures } from '../testing/govuk-fixtures.ts'
import { backLink } from './back-link.ts'

describeFixtures({
  component: 'back-link',
  options: z.strictObject({ href: text, content: content.optional(), classes: text, attributes }),
  render: backLink,
})
