import { z } from 'zod'
import { attributes, content, flag, text } from '../testing/fixture-options.ts'
import { describeFixtures } from '../testing/govuk-fixtures.ts'
import { notificationBanner } from './notification-banner.ts'

describeFixtures({
  component: 'notification-banner',
  options: z.strictObject({
    content: content.default(''),
    title: content.optional(),
    titleId: text,
    titleHeadingLevel: z.literal([1, 2, 3, 4, 5, 6]).optional(),
    type: z.literal('success').optional(),
    role: text,
    disableAutoFocus: flag,
    classes: text,
    attributes,
  }),
  render: notificationBanner,
  leftOut: {
    'with invalid type': 'our type allows success only',
  },
})
