import { z } from 'zod'
import { attributes, content, flag, text } from '../testing/fixture-options.ts'
import { describeFixtures } from '../testing/govuk-fixtures.ts'
import { button } from './button.ts'

describeFixtures({
  component: 'button',
  options: z.strictObject({
    content: content.default(''),
    href: text,
    type: z.enum(['button', 'submit', 'reset']).optional(),
    name: text,
    value: text,
    id: text,
    disabled: flag,
    preventDoubleClick: flag,
    isStartButton: flag,
    classes: text,
    attributes,
  }),
  render: button,
})
