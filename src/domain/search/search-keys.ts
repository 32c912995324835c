import { closeUp, foldName } from '#domain/matching/fold-name.ts'
import { identifierKey } from '#domain/matching/identifiers.ts'
import { parseSearch } from '#domain/matching/parse-search.ts'
import type { Identifier } from '#domain/matching/person.ts'

/** What a key is of. */
export type SearchKeyKind =
  'name' | 'known-as' | 'former-name' | 'home' | 'former-home' | 'number' | 'made'

export interface SearchKey {
  readonly kind: SearchKeyKind
  /** Where it belongs and what it is: `name:okafor`, `place:mill`, `postcode:DE451AB`, `outward:DE45`, `number:20120000123A`. */
  readonly key: string
}

/** As much of a child as a search finds by, but for the date of birth, which is looked up as it stands. */
export interface SearchedChild {
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
  /** Given and family names under which the child was recorded before. */
  readonly formerNames: readonly string[]
  readonly identifiers: readonly Identifier[]
  readonly addresses: readonly { readonly text: string; readonly isCurrent: boolean }[]
}

/** Says that a child's keys were made, and by which of the ways of making them: raise it with each change to what is made below. */
export const madeKey = 'made:1'

/**
 * The keys under which a child is found, each once. Of every name the folded words and the whole closed up, so that "Mary Ann" is found
 * as "Maryann".
 */
export function searchKeysOf(child: SearchedChild): readonly SearchKey[] {
  const keys: SearchKey[] = [
    { kind: 'made', key: madeKey },
    ...[child.givenName, child.familyName].flatMap(name => nameKeysOf('name', name)),
    ...(child.knownAs === null ? [] : nameKeysOf('known-as', child.knownAs)),
    ...child.formerNames.flatMap(name => nameKeysOf('former-name', name)),
    ...child.identifiers.flatMap(numberKeysOf),
    ...child.addresses.flatMap(addressKeysOf),
  ]
  return [...new Map(keys.map(one => [`${one.kind} ${one.key}`, one])).values()]
}

/** Whether the key is of a word, which can be misspelt. */
export function isWordKey(key: string): boolean {
  return key.startsWith('name:') || key.startsWith('place:')
}

/** What stands in a key after the part that says where it belongs. */
export function textOfKey(key: string): string {
  return key.slice(key.indexOf(':') + 1)
}

/** The keys under which a typed number is looked for, whichever system it is of. */
export function keysOfTypedNumber(typed: string): readonly string[] {
  return [...new Set(['pnc', 'other'].map(kind => numberKey({ kind, value: typed })))]
}

/** The key of a whole postcode, or of its first part. */
export function postcodeKey(postcode: string): string {
  return `postcode:${postcode.replaceAll(' ', '').toUpperCase()}`
}

/** The key of the first part of a postcode. */
export function outwardKey(outward: string): string {
  return `outward:${outward.toUpperCase()}`
}

function nameKeysOf(kind: SearchKeyKind, name: string): SearchKey[] {
  const words = [...foldName(name).split(' '), closeUp(name)]
  return words.filter(word => word !== '').map(word => ({ kind, key: `name:${word}` }))
}

function numberKeysOf(identifier: Identifier): SearchKey[] {
  const digits = identifier.value.replaceAll(/\D/gu, '')
  // People leave out the letters in front of a number of an earlier system.
  const alone =
    identifier.kind === 'previous-system' && digits.length >= 4 ? [`number:${digits}`] : []
  return [numberKey(identifier), ...alone].map(key => ({ kind: 'number', key }))
}

function numberKey(identifier: Identifier): string {
  return `number:${textOfKey(identifierKey(identifier))}`
}

function addressKeysOf({ text, isCurrent }: SearchedChild['addresses'][number]): SearchKey[] {
  const kind = isCurrent ? 'home' : 'former-home'
  const { postcode } = parseSearch(text)
  const words = foldName(withoutPostcode(text, postcode)).split(' ')
  const keys = words.filter(word => word !== '').map(word => `place:${word}`)
  const [outward] = postcode?.split(' ') ?? []
  if (postcode !== undefined) keys.push(postcodeKey(postcode))
  if (outward !== undefined) keys.push(outwardKey(outward))
  return keys.map(key => ({ kind, key }))
}

function withoutPostcode(text: string, postcode: string | undefined): string {
  if (postcode === undefined) return text
  const spelt = postcode.replace(' ', ' ?')
  return text.replace(new RegExp(spelt, 'iu'), ' ')
}
