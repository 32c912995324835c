import { isHtml, raw, renderHtml, type Html } from './trusted-html.ts'

export { isHtml, renderHtml, type Html }

/** What a reader sees: plain text, which is escaped, or markup made by the `html` tag. */
export type Content = string | Html

export type Printable = Content | number | null | undefined | false | readonly Printable[]

const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, character => replacements[character] ?? '')
}

/** Template tag: everything put into the template is escaped, unless the tag itself made it. */
export function html(strings: TemplateStringsArray, ...values: readonly Printable[]): Html {
  checkTemplate(strings)
  let markup = strings[0] ?? ''
  values.forEach((value, index) => {
    markup += print(value) + (strings[index + 1] ?? '')
  })
  return raw(markup)
}

function print(value: unknown): string {
  if (value === null || value === undefined || value === false) return ''
  if (typeof value === 'string') return escapeHtml(value)
  if (typeof value === 'number') return String(value)
  if (isHtml(value)) return renderHtml(value)
  if (Array.isArray(value)) return value.map(print).join('')
  throw new TypeError(`Cannot print a value of type ${typeof value} in HTML`)
}

const unquotedAttribute = /<[a-z](?:"[^"]*"|'[^']*'|[^<>"'])*=\s*$/i
const insideScriptOrStyle = /<(script|style)\b(?:"[^"]*"|'[^']*'|[^<>"'])*>(?![\s\S]*<\/\1)/i
const checkedTemplates = new WeakSet<TemplateStringsArray>()

/** Refuses a template that did not come from source code, and places where escaping cannot help. */
function checkTemplate(strings: TemplateStringsArray): void {
  if (checkedTemplates.has(strings)) return
  if (!Array.isArray(strings) || !Array.isArray(strings.raw) || !Object.isFrozen(strings)) {
    throw new TypeError('html is a template tag: write html`…`, never html(…)')
  }
  let before = ''
  for (const part of strings.slice(0, -1)) {
    before += part
    if (unquotedAttribute.test(before)) throw new TypeError('Quote the attribute value: ="…"')
    if (insideScriptOrStyle.test(before)) {
      throw new TypeError('Nothing can be printed safely inside a script or style element')
    }
    before += 'value'
  }
  checkedTemplates.add(strings)
}
