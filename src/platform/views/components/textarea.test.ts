import { z } from 'zod'
import {
  attributes,
  errorMessage,
  flag,
  formGroup,
  hint,
  label,
  text,
} from '../testing/fixture-options.ts'
import { describeFixtures } from '../testing/govuk-fixtures.ts'
import { textarea } from './textarea.ts'

describeFixtures({
  component: 'textarea',
  options: z.strictObject({
    name: z.string(),
    id: text,
    label,
    value: text,
    rows: z.number().optional(),
    autocomplete: text,
    spellcheck: flag,
    disabled: flag,
    describedBy: text,
    hint,
    errorMessage,
    formGroup,
    classes: text,
    attributes,
  }),
  render: textarea,
})
