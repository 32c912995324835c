import { z } from 'zod'
import { attributes, content, optionalItems, text } from '../testing/fixture-options.ts'
import { describeFixtures } from '../testing/govuk-fixtures.ts'
import { tabs } from './tabs.ts'

const item = z.strictObject({
  id: text,
  label: z.string(),
  panel: z.strictObject({ content: content.default(''), attributes }),
  attributes,
})

describeFixtures({
  component: 'tabs',
  options: z.strictObject({
    items: optionalItems(item).default([]),
    id: text,
    idPrefix: text,
    title: text,
    classes: text,
    attributes,
  }),
  render: tabs,
})
