import { z } from 'zod'
import {
  attributes,
  errorMessage,
  flag,
  formGroup,
  hint,
  label,
  optionalItems,
  text,
} from '../testing/fixture-options.ts'
import { describeFixtures } from '../testing/govuk-fixtures.ts'
import { select } from './select.ts'

const item = z.strictObject({
  content: z.string(),
  value: z.union([z.string(), z.number()]).optional(),
  selected: flag,
  disabled: flag,
  attributes,
})

describeFixtures({
  component: 'select',
  options: z.strictObject({
    name: z.string(),
    id: text,
    label,
    items: optionalItems(item).default([]),
    value: z.union([z.string(), z.number()]).optional(),
    disabled: flag,
    describedBy: text,
    hint,
    errorMessage,
    formGroup,
    classes: text,
    attributes,
  }),
  render: select,
  leftOut: { 'with falsy values': 'false is not a value a form can send' },
})
