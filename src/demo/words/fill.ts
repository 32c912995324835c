import type { Sex } from '#domain/vocabulary/children.ts'

/** What the blanks of a sentence stand for, for one child. */
export type Voice = Readonly<Record<string, string>>

const blank = /\{(\w+)\}/g

/**
 * A sentence with its blanks filled, beginning with a capital.
 *
 * @throws Error naming a blank that the voice does not know: a sentence is never shown with a hole in it
 */
export function fill(sentence: string, voice: Voice): string {
  const filled = sentence.replace(blank, (_, name: string) => {
    const word = voice[name]
    if (word === undefined) throw new Error(`Nothing fills {${name}} in "${sentence}"`)
    return word
  })
  return filled.replace(/(^|[.!?:] )(\p{Ll})/gu, (match, before: string, letter: string) =>
    before.startsWith(':') ? match : before + letter.toUpperCase(),
  )
}

/** Pronouns and the verbs that agree with them. A child whose own pronouns differ from the usual ones gets those. */
export function pronounWords(sex: Sex, pronouns: string | null): Voice {
  if (pronouns === 'they/them' || (sex === 'not-known' && pronouns === null)) return theyWords
  return sex === 'female' ? sheWords : heWords
}

const heWords = wordsFor('he him his his himself'.split(' '), 'is was has s'.split(' '))
const sheWords = wordsFor('she her her hers herself'.split(' '), 'is was has s'.split(' '))
const theyWords = wordsFor(
  'they them their theirs themself'.split(' '),
  'are were have '.split(' '),
)

function wordsFor(pronouns: readonly string[], verbs: readonly string[]): Voice {
  const [they = '', them = '', their = '', theirs = '', themself = ''] = pronouns
  const [is = '', was = '', has = '', s = ''] = verbs
  const [They, Their] = [capital(they), capital(their)]
  return { they, them, their, theirs, themself, They, Their, is, was, has, s }
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
