import { z } from 'zod'
import { attributes, content, flag, text } from '../testing/fixture-options.ts'
import { describeFixtures } from '../testing/govuk-fixtures.ts'
import { breadcrumbs } from './breadcrumbs.ts'

describeFixtures({
  component: 'breadcrumbs',
  options: z.strictObject({
    items: z.array(z.strictObject({ content, href: text, attributes })),
    labelText: text,
    collapseOnMobile: flag,
    classes: text,
    attributes,
  }),
  render: breadcrumbs,
})
