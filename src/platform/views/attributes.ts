import { escapeHtml } from './html.ts'
import { raw, type Html } from './trusted-html.ts'

export type AttributeValue = string | number | boolean | null | undefined

export type Attributes = Readonly<Record<string, AttributeValue>>

const allowedName = /^[a-z_][-a-z0-9_.:]*$/i
const addressAttributes = new Set(['href', 'src', 'action', 'formaction', 'xlink:href'])
const scriptScheme = /^(javascript|vbscript|data):/i

/**
 * Prints escaped attributes, each with a space before it: `<a${attributes({ href, class: name })}>`.
 * True prints the bare name; null, undefined and false print nothing.
 *
 * @throws TypeError for a name that is not an attribute's, for inline script or style (our content
 *   security policy refuses both), and for an address that would run as script
 */
export function attributes(values: Attributes): Html {
  return raw(
    Object.entries(values)
      .map(([name, value]) => attribute(name, value))
      .join(''),
  )
}

function attribute(name: string, value: AttributeValue): string {
  checkName(name)
  if (value === null || value === undefined || value === false) return ''
  if (value === true) return ` ${name}`
  if (typeof value !== 'string' && typeof value !== 'number') {
    throw new TypeError(`Cannot print a value of type ${typeof value} as an attribute`)
  }
  checkAddress(name, String(value))
  return ` ${name}="${escapeHtml(String(value))}"`
}

function checkName(name: string): void {
  if (!allowedName.test(name)) throw new TypeError(`Not an attribute name: ${name}`)
  if (/^(on.*|style)$/i.test(name)) {
    throw new TypeError(`Inline script and style are not allowed: ${name}`)
  }
}

function checkAddress(name: string, value: string): void {
  if (addressAttributes.has(name.toLowerCase()) && scriptScheme.test(withoutIgnored(value))) {
    throw new TypeError(`Not an address: ${name}`)
  }
}

/** Browsers skip control characters and spaces when they read the scheme of an address. */
function withoutIgnored(address: string): string {
  return address.replace(/[\u0000-\u0020]/g, '')
}

/** Joins class names, leaving out those that do not apply. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
