import { z } from 'zod'
import {
  attributes,
  content,
  errorMessage,
  flag,
  formGroup,
  hint,
  label,
  text,
} from '../testing/fixture-options.ts'
import { describeFixtures } from '../testing/govuk-fixtures.ts'
import { input } from './input.ts'

const affix = z.strictObject({ content, classes: text, attributes }).optional()

describeFixtures({
  component: 'input',
  options: z.strictObject({
    name: z.string(),
    id: text,
    label,
    type: text,
    value: z.union([z.string(), z.number()]).optional(),
    inputmode: text,
    autocomplete: text,
    autocapitalize: text,
    pattern: text,
    spellcheck: flag,
    disabled: flag,
    describedBy: text,
    prefix: affix,
    suffix: affix,
    inputWrapper: z.strictObject({ classes: text, attributes }).optional(),
    hint,
    errorMessage,
    formGroup,
    classes: text,
    attributes,
  }),
  render: input,
})
