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
import { fileUpload } from './file-upload.ts'

describeFixtures({
  component: 'file-upload',
  options: z.strictObject({
    name: z.string(),
    id: text,
    label,
    multiple: flag,
    disabled: flag,
    describedBy: text,
    hint,
    errorMessage,
    formGroup,
    classes: text,
    attributes,
  }),
  render: fileUpload,
  leftOut: {
    enhanced: 'the browser’s own box is enough: no script round it',
    'enhanced, with error message and hint': 'the browser’s own box is enough: no script round it',
    'enhanced, multiple files': 'the browser’s own box is enough: no script round it',
    'enhanced, custom wrapper classes and attributes':
      'the browser’s own box is enough: no script round it',
    'translated, no javascript enhancement': 'one language for now: the words are not ours to set',
    translated: 'one language for now: the words are not ours to set',
    'with value': 'a browser never takes a value for a file',
  },
})
