import { load } from 'cheerio'
import type { AnyNode, Element } from 'domhandler'

const inline = new Set([
  'a',
  'abbr',
  'b',
  'code',
  'em',
  'i',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
])
const verbatim = new Set(['pre', 'textarea'])

/**
 * One spelling for markup that a browser shows alike: attributes sorted, spaces collapsed as in a
 * line of text, and moved to just before the next word. A space between words is kept, so that
 * "Changename" is never taken for "Change name".
 */
export function canonicalHtml(markup: string): string {
  const line = new Line()
  load(markup, null, false)
    .root()
    .contents()
    .each((_index, node) => {
      write(node, line)
    })
  return line.text
}

class Line {
  text = ''
  #atStart = true
  #spaceOwed = false

  words(text: string): void {
    const words = text.trim().replace(/[ \t\r\n\f]+/g, ' ')
    if (/^\s/.test(text)) this.#spaceOwed = true
    if (words === '') return
    this.text += (this.#spaceOwed && !this.#atStart ? ' ' : '') + words
    this.#atStart = false
    this.#spaceOwed = /\s$/.test(text)
  }

  breakLine(): void {
    this.text += '\n'
    this.#atStart = true
    this.#spaceOwed = false
  }
}

function write(node: AnyNode, line: Line): void {
  if (node.type === 'text') return line.words(node.data)
  if (node.type !== 'tag' && node.type !== 'script' && node.type !== 'style') return
  const isBlock = !inline.has(node.name)
  if (isBlock) line.breakLine()
  line.text += `<${node.name}${attributesOf(node)}>`
  for (const child of node.children) {
    if (verbatim.has(node.name) && child.type === 'text') line.text += child.data
    else write(child, line)
  }
  if (isBlock) line.breakLine()
  line.text += `</${node.name}>`
  if (isBlock) line.breakLine()
}

function attributesOf(element: Element): string {
  return Object.entries(element.attribs)
    .map(([name, value]) => [name, name === 'class' ? value.trim().replace(/\s+/g, ' ') : value])
    .map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
    .sort()
    .join('')
}
