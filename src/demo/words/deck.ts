import type { Random } from '../random.ts'

/** Sentences dealt one at a time, none twice until all have been dealt. */
export interface Deck {
  /** The next sentence that passes, or undefined when none of those left does. */
  deal(passes?: (sentence: string) => boolean): string | undefined
}

/** Shuffles sentences into a deck. */
export function deckOf(random: Random, sentences: readonly string[]): Deck {
  const left = random.shuffled(sentences)
  return {
    deal: (passes = () => true) => {
      const index = left.findIndex(passes)
      return index < 0 ? undefined : left.splice(index, 1)[0]
    },
  }
}
