import { distance } from 'fastest-levenshtein'
import { closeUp, foldName } from './fold-name.ts'
import { nameKeys } from './name-keys.ts'

/** How alike two names are. `close` says why in plain words. */
export type NameLikeness =
  | { readonly kind: 'same' }
  | { readonly kind: 'close'; readonly because: string }
  | { readonly kind: 'different' }

/**
 * Compares two given names or two family names: the same once folded, close (one wrong letter, two letters
 * changed round, sounding alike, one short for the other or a part of it), or different. Two empty names are different:
 * nothing is known that makes them the same.
 */
export function compareNames(a: string, b: string): NameLikeness {
  const [left, right] = [closeUp(a), closeUp(b)]
  if (left === '' || right === '') return { kind: 'different' }
  if (left === right) return { kind: 'same' }
  if (isOneSlip(left, right)) return close(`“${a}” and “${b}” differ by one letter`)
  if (isShortFor(left, right)) return close(`“${a}” and “${b}” may be long and short for one name`)
  if (isPartOf(foldName(a), foldName(b))) return close(`“${a}” and “${b}” have a part in common`)
  if (soundAlike(left, right)) return close(`“${a}” sounds like “${b}”`)
  return { kind: 'different' }
}

function close(because: string): NameLikeness {
  return { kind: 'close', because }
}

// In a name of three letters one letter is too much: Tom and Tim, Ali and Adi.
function isOneSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 4) return false
  return distance(a, b) === 1 || isOneExchange(a, b)
}

/** Whether two letters side by side stand the other way round, and nothing else differs. */
export function isOneExchange(a: string, b: string): boolean {
  const [left, right] = [Array.from(a), Array.from(b)]
  if (left.length !== right.length) return false
  const wrong = left.flatMap((letter, place) => (letter === right[place] ? [] : [place]))
  const [first = -1, second = -1] = wrong
  const sideBySide = wrong.length === 2 && second === first + 1
  return sideBySide && left[first] === right[second] && left[second] === right[first]
}

function isShortFor(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= 3 && long.startsWith(short)
}

// "Jones" and "Smith-Jones": people use one half of a double name, or take up a second.
function isPartOf(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= 3 && ` ${long} `.includes(` ${short} `)
}

// Phonetic keys leave vowels out, so "Jan", "John" and "Gina" share one: half of the letters must agree as well.
function soundAlike(a: string, b: string): boolean {
  const keys = new Set(nameKeys(a))
  const sharesKey = nameKeys(b).some(key => keys.has(key))
  return sharesKey && distance(a, b) <= Math.max(a.length, b.length) / 2
}
