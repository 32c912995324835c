import { distance } from 'fastest-levenshtein'
import { isOneExchange } from '#domain/matching/compare-names.ts'
import { nameKeys } from '#domain/matching/name-keys.ts'
import { lettersThatMayBeWrong } from './spellings.ts'

/** How a typed word comes to mean a known one. */
export type WordLikeness =
  'same' | 'beginning' | 'one letter' | 'two letters' | 'sounds like' | 'sounds a little like'

/** What each is worth: the smaller, the better. The steps between them are ours. */
export const costOfLikeness: Readonly<Record<WordLikeness, number>> = {
  same: 0,
  beginning: 2,
  'one letter': 3,
  'sounds like': 4,
  'two letters': 5,
  'sounds a little like': 7,
}

/** How the typed word may mean the known one, both folded; undefined when it cannot. The best of the ways is given. */
export function likenessOfWords(typed: string, known: string): WordLikeness | undefined {
  if (typed === known) return 'same'
  if (known.startsWith(typed)) return 'beginning'
  const wrong = isOneExchange(typed, known) ? 1 : distance(typed, known)
  const mayBeWrong = lettersThatMayBeWrong(typed, known)
  if (wrong === 1 && mayBeWrong >= 1) return 'one letter'
  const sound = likenessOfSound(typed, known, wrong)
  if (sound === 'sounds like') return sound
  return wrong === 2 && mayBeWrong === 2 ? 'two letters' : sound
}

// The keys of sounds leave vowels out, so "Jan", "John" and "Gina" share one.
function likenessOfSound(typed: string, known: string, wrong: number): WordLikeness | undefined {
  const sounds = new Set(nameKeys(typed))
  if (!nameKeys(known).some(sound => sounds.has(sound))) return undefined
  const isClose = wrong <= Math.max(typed.length, known.length) / 2
  return isClose ? 'sounds like' : 'sounds a little like'
}
