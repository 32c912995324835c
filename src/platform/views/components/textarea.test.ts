import { load } from 'cheerio'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { renderHtml } from '../html.ts'
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

test.each(['\nstarts on the second line', '  keeps its spaces  ', '</textarea><script>'])(
  'gives back %j as it was written',
  value => {
    const $ = load(renderHtml(textarea({ name: 'note', label: 'Note', value })))
    expect($('textarea').text()).toBe(value)
    expect($('script')).toHaveLength(0)
  },
)
