import { z } from 'zod'
import { attributes, content, flag, optionalItems, text } from '../testing/fixture-options.ts'
import { describeFixtures } from '../testing/govuk-fixtures.ts'
import { serviceNavigation } from './service-navigation.ts'

const item = z.strictObject({ content, href: text, current: flag, active: flag, attributes })

describeFixtures({
  component: 'service-navigation',
  options: z.strictObject({
    serviceName: text,
    serviceUrl: text,
    navigation: optionalItems(item).optional(),
    ariaLabel: text,
    menuButtonText: text,
    menuButtonLabel: text,
    navigationLabel: text,
    navigationId: text,
    navigationClasses: text,
    collapseNavigationOnMobile: flag,
    classes: text,
    attributes,
  }),
  render: serviceNavigation,
  leftOut: {
    'with language navigation': 'no slots: what goes there has its own place in our layout',
    'with right-aligned language navigation':
      'no slots: what goes there has its own place in our layout',
    'inverse with language navigation': 'no slots: what goes there has its own place in our layout',
    'with slotted content': 'no slots: what goes there has its own place in our layout',
    'with `inline` end slot': 'no slots: what goes there has its own place in our layout',
  },
})
