import { load } from 'cheerio'

type AnyNode = ReturnType<ReturnType<ReturnType<typeof load>['root']>['contents']>[number]
type Element = Extract<AnyNode, { attribs: unknown }>

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
  const text = textOf(node)
  if (text !== undefined) line.words(text)
  else if ('attribs' in node) writeElement(node, line)
}

function writeElement(element: Element, line: Line): void {
  const isBlock = !inline.has(element.name)
  if (isBlock) line.breakLine()
  line.text += `<${element.name}${attributesOf(element)}>`
  for (const child of element.children) {
    if (verbatim.has(element.name)) line.text += textOf(child) ?? ''
    else write(child, line)
  }
  if (isBlock) line.breakLine()
  line.text += `</${element.name}>`
  if (isBlock) line.breakLine()
}

/** The words of a text node; nothing for elements and comments. */
function textOf(node: AnyNode): string | undefined {
  const textNode = 3
  return node.nodeType === textNode && 'data' in node ? node.data : undefined
}

function attributesOf(element: Element): string {
  return Object.entries(element.attribs)
    .map(([name, value]) => [name, name === 'class' ? value.trim().replace(/\s+/g, ' ') : value])
    .map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
    .sort()
    .join('')
}
