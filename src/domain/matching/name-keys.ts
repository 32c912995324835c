import { doubleMetaphone } from 'double-metaphone'
import { foldName } from './fold-name.ts'

/** Words that open many names and say little alone: "al Hassan", "ap Rhys", "O Brien". */
export const openings: ReadonlySet<string> = new Set(
  'al el ul ur ap ab ferch bin bint ibn abu de da di du dos van von der la le mc mac o st'.split(
    ' ',
  ),
)

/**
 * Phonetic keys of names: two names that share one may sound alike. Each word gives its keys, and so do an
 * opening with the word after it ("O Brien" as "obrien") and the whole name closed up. A word that has no
 * English sound, such as one in Arabic script, is its own key; a name with a letter in it never has none.
 *
 * @returns the keys sorted, each once
 */
export function nameKeys(...names: readonly string[]): readonly string[] {
  const words = names.flatMap(name => soundedWords(foldName(name)))
  return [...new Set(words.flatMap(wordKeys))].sort()
}

function soundedWords(folded: string): string[] {
  const words = folded.split(' ').filter(word => word !== '')
  const telling = words.filter(word => !openings.has(word))
  const opened = words.flatMap((word, index) => {
    const next = words[index + 1]
    return openings.has(word) && next ? [word + next] : []
  })
  return [...(telling.length > 0 ? telling : words), ...opened, words.join('')].filter(
    word => word !== '',
  )
}

function wordKeys(word: string): string[] {
  const keys = /^[a-z]+$/.test(word) ? doubleMetaphone(word).filter(key => key !== '') : []
  return keys.length > 0 ? keys : [word]
}
