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
import { characterCount } from './character-count.ts'

const count = z.coerce.number().optional()

describeFixtures({
  component: 'character-count',
  options: z.strictObject({
    name: z.string(),
    id: text,
    label,
    value: text,
    rows: z.number().optional(),
    spellcheck: flag,
    maxlength: count,
    maxwords: count,
    threshold: count,
    countType: z.enum(['length', 'characters', 'words']).optional(),
    hint,
    errorMessage,
    formGroup,
    classes: text,
    attributes,
  }),
  render: characterCount,
  leftOut: {
    'with custom textarea description': 'one language for now: the words are not ours to set',
    'with neither maxlength nor maxwords set':
      'one language for now: the words are not ours to set',
    'with translations': 'one language for now: the words are not ours to set',
    'custom classes on countMessage': 'the message has one look',
  },
})
