import { describe, expect, test } from 'vitest'
import { attributes, classNames } from './attributes.ts'
import { renderHtml } from './html.ts'

describe('attributes', () => {
  test('prints names and escaped values', () => {
    expect(renderHtml(attributes({ id: 'a', 'data-count': 0, title: '"><script>' }))).toBe(
      ' id="a" data-count="0" title="&quot;&gt;&lt;script&gt;"',
    )
  })

  test('true prints the bare name; null, undefined and false leave it out; empty text stays', () => {
    expect(
      renderHtml(attributes({ disabled: true, a: null, b: undefined, c: false, alt: '' })),
    ).toBe(' disabled alt=""')
  })

  test.each(['a b', 'a"', '>', '', 'a=b', 'x/onload'])('refuses %j as a name', name => {
    expect(() => attributes({ [name]: 'x' })).toThrow(/Not an attribute name/)
  })

  test.each(['onclick', 'ONLOAD', 'style'])('refuses inline %s', name => {
    expect(() => attributes({ [name]: 'x' })).toThrow(/not allowed/)
  })

  test.each(['javascript:alert(1)', ' JavaScript:alert(1)', 'java\nscript:x', 'data:text/html,x'])(
    'refuses %j as an address',
    href => {
      expect(() => attributes({ href })).toThrow(/Not an address/)
    },
  )

  test('lets ordinary addresses through', () => {
    expect(renderHtml(attributes({ href: '/children/1?a=1&b=2' }))).toBe(
      ' href="/children/1?a=1&amp;b=2"',
    )
  })

  test('refuses an object as a value', () => {
    expect(() => attributes({ title: { toString: () => 'x' } as never })).toThrow(TypeError)
  })
})

test('class names that do not apply are left out', () => {
  expect(classNames('a', undefined, false, '', 'b')).toBe('a b')
})
