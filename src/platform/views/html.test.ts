import { describe, expect, test } from 'vitest'
import { html, isHtml, renderHtml, type Printable } from './html.ts'
import { raw } from './trusted-html.ts'

const attack = `<script>alert("1")</script><img src=x onerror='alert(1)'>`

function rendered(value: Printable): string {
  return renderHtml(html`<p title="${value}">${value}</p>`)
}

/** Something from outside, whose type nobody checked. */
function fromJson(text: string): never {
  return JSON.parse(text) as never
}

describe('what is written by people is printed as text', () => {
  test('a script tag arrives as words', () => {
    expect(rendered(attack)).not.toMatch(/<script|<img/)
  })

  test('quotes cannot leave an attribute', () => {
    expect(rendered(`" onmouseover="alert(1)`)).toBe(
      '<p title="&quot; onmouseover=&quot;alert(1)">&quot; onmouseover=&quot;alert(1)</p>',
    )
    expect(rendered(`' autofocus '`)).not.toContain(`'`)
    expect(rendered('`')).not.toContain('`')
  })

  test('text that is already escaped is escaped again, so that it reads as written', () => {
    expect(renderHtml(html`${'&lt;b&gt;'}`)).toBe('&amp;lt;b&amp;gt;')
  })

  test('a string inside a list is escaped like any other', () => {
    expect(renderHtml(html`${[attack, [attack]]}`)).not.toContain('<script')
  })

  test('a replacement pattern in the text is not acted upon', () => {
    expect(renderHtml(html`<b>${"$& $1 $` $'"}</b>`)).toBe('<b>$&amp; $1 $&#96; $&#39;</b>')
  })
})

describe('what is printed', () => {
  test('null, undefined and false print nothing; nought prints', () => {
    expect(renderHtml(html`[${null}${undefined}${false}${0}]`)).toBe('[0]')
  })

  test('markup made by the tag passes once, however deep it is nested', () => {
    const inner = html`<b>${'<'}</b>`
    expect(renderHtml(html`<p>${html`<i>${inner}</i>`}</p>`)).toBe('<p><i><b>&lt;</b></i></p>')
    expect(renderHtml(html`${[inner, null, inner]}`)).toBe('<b>&lt;</b><b>&lt;</b>')
  })

  test('markup marked as trusted passes', () => {
    expect(renderHtml(html`${raw('<br>')}`)).toBe('<br>')
  })
})

describe('anything else is a mistake and is refused', () => {
  test.each([
    ['an object', fromJson('{"a":1}')],
    ['true', fromJson('true')],
    ['an object that looks like markup', fromJson('{"markup":"<script>","#markup":"<script>"}')],
    ['an object with a prototype key', fromJson('{"__proto__":{"markup":"<script>"}}')],
    ['an object with its own toString', { toString: () => attack } as never],
    ['an object with its own toJSON', { toJSON: () => attack } as never],
    ['a boxed string', Object('<script>') as never],
    ['a function', (() => attack) as never],
    ['a symbol', Symbol('x') as never],
    ['a list that holds an object', [fromJson('{"a":1}')] as never],
  ])('%s', (_name, value) => {
    expect(() => html`${value}`).toThrow(TypeError)
  })

  test('an object wearing the class of markup is not markup', () => {
    const prototype: unknown = Object.getPrototypeOf(html`<b></b>`)
    const dressedUp: unknown = Object.create(prototype as object)
    const copied: unknown = Object.assign(Object.create(prototype as object), { markup: attack })
    expect(isHtml(dressedUp)).toBe(false)
    expect(() => html`${dressedUp as never}`).toThrow(TypeError)
    expect(() => html`${copied as never}`).toThrow(TypeError)
    expect(isHtml(new Proxy(html`<b></b>`, {}))).toBe(false)
  })

  test('markup turned to JSON and back is no longer markup', () => {
    const back = fromJson(JSON.stringify(html`<b></b>`))
    expect(() => html`${back}`).toThrow(TypeError)
  })

  test('a template that comes from a request, not from source, is not a template', () => {
    expect(() => html(fromJson('["<script>"]'))).toThrow(/template tag/)
    expect(() => html(fromJson('{"0":"<script>","raw":["<script>"],"length":1}'))).toThrow(
      /template tag/,
    )
    expect(() => html(Object.assign(['<script>'], { raw: ['<script>'] }))).toThrow(/template tag/)
  })

  test('turning markup into a string by accident is refused', () => {
    const markup = html`<b></b>`
    expect(() => String(markup)).toThrow(/renderHtml/)
    expect(() => [markup].join('')).toThrow(/renderHtml/)
  })

  test('a value is never printed where escaping cannot make it safe', () => {
    expect(() => html`<a href=${'x onclick=alert(1)'}>x</a>`).toThrow(/Quote/)
    expect(() => html`<a title="a > b" href=${'x'}>x</a>`).toThrow(/Quote/)
    expect(renderHtml(html`<a href="/find?name=${'a'}&page=${2}">It's 1 = ${1}</a>`)).toBe(
      `<a href="/find?name=a&page=2">It's 1 = 1</a>`,
    )
    expect(
      () =>
        html`<script>
          const name = '${'x'}'
        </script>`,
    ).toThrow(/script/)
    expect(
      () =>
        html`<style>
          p {
            color: ${'red'};
          }
        </style>`,
    ).toThrow(/style/)
    expect(
      renderHtml(
        html`<script src="a.js"></script>
          <p>1 + 1 = ${2}</p>`,
      ),
    ).toContain('= 2')
  })
})
