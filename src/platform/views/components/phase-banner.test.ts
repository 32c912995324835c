import { z } from 'zod'
import { attributes, content, text } from '../testing/fixture-options.ts'
import { describeFixtures } from '../testing/govuk-fixtures.ts'
import { phaseBanner } from './phase-banner.ts'

describeFixtures({
  component: 'phase-banner',
  options: z.strictObject({
    content,
    tag: z.strictObject({ content, classes: text }).default({ content: '' }),
    classes: text,
    attributes,
  }),
  render: phaseBanner,
})
