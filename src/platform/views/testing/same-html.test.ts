import { expect, test } from 'vitest'
import { canonicalHtml } from './same-html.ts'

test('layout of the source and order of attributes make no difference', () => {
  expect(canonicalHtml('<p class="a  b" id="x">\n  Hello <b>you</b>\n</p>')).toBe(
    canonicalHtml('<p id="x" class="a b">Hello<b> you</b></p>'),
  )
})

test.each([
  ['a lost space', '<a>Change<span> name</span></a>', '<a>Change<span>name</span></a>'],
  ['another attribute', '<p id="x"></p>', '<p></p>'],
  ['another value', '<p id="x"></p>', '<p id="y"></p>'],
  ['another order of elements', '<p></p><b></b>', '<b></b><p></p>'],
  ['a missing word', '<p>one two</p>', '<p>one</p>'],
  ['space inside a text box', '<textarea>a b</textarea>', '<textarea>a  b</textarea>'],
])('%s makes a difference', (_name, one, other) => {
  expect(canonicalHtml(one)).not.toBe(canonicalHtml(other))
})
