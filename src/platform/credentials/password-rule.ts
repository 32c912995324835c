import { z } from 'zod'
import commonPasswordsJson from './common-passwords.json' with { type: 'json' }

const commonPasswords: ReadonlySet<string> = new Set(z.array(z.string()).parse(commonPasswordsJson))

export const shortestPassword = 12
/** Bounds the work that a request can ask for, not the person. */
export const longestPassword = 200
const fewestDifferent = 5
const leastBesidesNames = 8

/** What is the person's own and so easily guessed: their name, their user name, their e-mail address. */
export type OwnWords = readonly (string | null)[]

/**
 * What is wrong with a new password, as a sentence for the person, or null. Length and being hard to guess count; which kinds of
 * characters it has does not.
 *
 * Source: National Cyber Security Centre, password policy: length over complexity, and a deny list.
 */
export function passwordProblem(password: string, own: OwnWords): string | null {
  if (Array.from(password).length < shortestPassword) {
    return `Your password must have at least ${shortestPassword} characters. Three random words make a good one`
  }
  const folded = fold(password)
  if (commonPasswords.has(folded) || new Set(folded).size < fewestDifferent) {
    return 'That password is one of the first that somebody would guess. Three random words make a better one'
  }
  if (withoutWords(folded, own).length < Math.min(leastBesidesNames, folded.length)) {
    return 'Your password must not be made of your own name. Three random words make a better one'
  }
  return null
}

function withoutWords(folded: string, own: OwnWords): string {
  const words = own
    .flatMap(text => (text ?? '').split(/[\s@._-]+/u))
    .map(fold)
    .filter(word => word.length > 2)
    .toSorted((a, b) => b.length - a.length)
  return words.reduce((rest, word) => rest.replaceAll(word, ''), folded)
}

/** Lower case, letters and digits only: "Pass Word-1234" is no better than "password1234". */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}
