import { nameKeys } from '#domain/matching/name-keys.ts'

/** A misspelling is looked for in the beginning of a word; two words with two wrong letters between them agree there too. */
const lettersKept = 7

/** A word of so many letters may have two wrong ones; a shorter one, one; one of two letters, none. */
const longFrom = 7
const shortFrom = 3

/**
 * How many letters of a word may be wrong: two when it, or what was typed for it, has seven letters or more; one with three or more.
 *
 * @interpretation The issue that asked for this names seven letters; three is ours, for in a name of two letters one is half.
 */
export function lettersThatMayBeWrong(typed: string, known: string): 0 | 1 | 2 {
  const longest = Math.max(typed.length, known.length)
  if (longest >= longFrom) return 2
  return longest >= shortFrom ? 1 : 0
}

/**
 * Under which texts a known word is kept, so that equality alone finds it: the word marked as a beginning, what is left of it with up to
 * two letters left out, and its sounds. At most 32.
 */
export function spellingsToKeep(word: string): readonly string[] {
  const most = word.length >= longFrom ? 2 : 1
  return unique([beginningOf(word), ...leavingOut(word, most), ...soundsOf(word)])
}

/** Under which texts to look for what a typed word may mean, whatever is wrong with it; its beginnings are `beginningOf`. At most 31. */
export function spellingsToTry(word: string): readonly string[] {
  // Two letters more or fewer may make a long word of it.
  const most = word.length >= longFrom - 2 ? 2 : 1
  return unique([...leavingOut(word, most), ...soundsOf(word)])
}

/** The word as it is kept for finding it by its beginning: the words that begin so sort after it and next to it. */
export function beginningOf(word: string): string {
  return `^${word}`
}

function soundsOf(word: string): string[] {
  return nameKeys(word).map(sound => `~${sound}`)
}

function leavingOut(word: string, most: number): string[] {
  const letters = Array.from(word).slice(0, lettersKept)
  let shorter = [letters]
  const found = [letters]
  for (let left = 0; left < most; left += 1) {
    shorter = shorter.flatMap(one =>
      one.length > 1 ? one.map((_, at) => one.toSpliced(at, 1)) : [],
    )
    found.push(...shorter)
  }
  return found.map(one => one.join(''))
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}
