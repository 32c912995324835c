import { createHash } from 'node:crypto'

/** What a document says, as plain values: dates as text. */
export type DocumentContent =
  | string
  | number
  | boolean
  | null
  | readonly DocumentContent[]
  | { readonly [key: string]: DocumentContent }

/**
 * A fingerprint of what was signed: SHA-256, in hexadecimal, of its JSON with keys in order and no spaces. The same content always
 * gives the same fingerprint, whatever the order in which it was put together.
 */
export function documentHash(content: DocumentContent): string {
  return createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex')
}

function canonicalJson(content: DocumentContent): string {
  if (content === null || typeof content !== 'object') return JSON.stringify(content)
  if (isList(content)) return `[${content.map(canonicalJson).join(',')}]`
  const members = Object.entries(content)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${JSON.stringify(key)}:${canonicalJson(value)}`)
  return `{${members.join(',')}}`
}

function isList(
  content: readonly DocumentContent[] | { readonly [key: string]: DocumentContent },
): content is readonly DocumentContent[] {
  return Array.isArray(content)
}
