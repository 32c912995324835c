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

/**
 * How the typed word may mean the known one, both folded; undefined when it cannot. The best of the ways is given.
 *
 * @param isSameSound whether the two share a sound, where that is known already: telling it costs more than all the rest
 */
export function likenessOfWords(
  typed: string,
  known: string,
  isSameSound = () => shareSound(typed, known),
): WordLikeness | undefined {
  if (typed === known) return 'same'
  if (known.startsWith(typed)) return 'beginning'
  const wrong = lettersWrong(typed, known)
  const isSlip = wrong <= lettersThatMayBeWrong(typed, known)
  if (isSlip && wrong === 1) return 'one letter'
  const soundsAlike = isSameSound()
  if (soundsAlike && isClose(typed, known, wrong)) return 'sounds like'
  if (isSlip) return 'two letters'
  return soundsAlike ? 'sounds a little like' : undefined
}

/** Two letters that stand the other way round are one slip. */
function lettersWrong(typed: string, known: string): number {
  const wrong = distance(typed, known)
  return wrong === 2 && isOneExchange(typed, known) ? 1 : wrong
}

// The keys of sounds leave vowels out, so "Jan", "John" and "Gina" share one.
function isClose(typed: string, known: string, wrong: number): boolean {
  return wrong <= Math.max(typed.length, known.length) / 2
}

function shareSound(typed: string, known: string): boolean {
  const sounds = new Set(nameKeys(typed))
  return nameKeys(known).some(sound => sounds.has(sound))
}
