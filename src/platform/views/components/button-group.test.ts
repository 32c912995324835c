import { expect, test } from 'vitest'
import { html, renderHtml } from '../html.ts'
import { button } from './button.ts'
import { buttonGroup } from './button-group.ts'
import { canonicalHtml } from '../testing/same-html.ts'

test('buttons and links stand side by side, without those that do not apply', () => {
  const group = buttonGroup([button({ content: 'Save' }), false, html`<a href="/">Cancel</a>`])
  expect(canonicalHtml(renderHtml(group))).toBe(
    canonicalHtml(`<div class="govuk-button-group">
      <button type="submit" class="govuk-button" data-module="govuk-button">Save</button>
      <a href="/">Cancel</a>
    </div>`),
  )
})
