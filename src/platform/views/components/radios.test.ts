import { z } from 'zod'
import { isHtml, type Html } from '../html.ts'
import {
  attributes,
  content,
  errorMessage,
  fieldset,
  flag,
  formGroup,
  hint,
  optionalItems,
  text,
} from '../testing/fixture-options.ts'
import { describeFixtures } from '../testing/govuk-fixtures.ts'
import { radios } from './radios.ts'

const shared = {
  content,
  value: z.union([z.string(), z.number()]),
  id: text,
  hint,
  checked: flag,
  disabled: flag,
  conditional: z.custom<Html>(isHtml).optional(),
  label: z.strictObject({ classes: text, attributes }).optional(),
  attributes,
}
const divider = z.strictObject({ divider: z.string() })
const item = z.strictObject(shared)

describeFixtures({
  component: 'radios',
  options: z.strictObject({
    name: z.string(),
    idPrefix: text,
    fieldset,
    items: optionalItems(z.union([item, divider])),
    value: text,
    hint,
    errorMessage,
    formGroup,
    classes: text,
    attributes,
  }),
  render: radios,
})
