import { z } from 'zod'
import { isHtml, type Html } from '../html.ts'
import { attributes, legend, text } from '../testing/fixture-options.ts'
import { describeFixtures } from '../testing/govuk-fixtures.ts'
import { fieldset } from './fieldset.ts'

describeFixtures({
  component: 'fieldset',
  options: z.strictObject({
    legend: legend.optional(),
    describedBy: text,
    role: text,
    content: z.custom<Html>(isHtml).optional(),
    classes: text,
    attributes,
  }),
  render: fieldset,
})
