/** A whole name in two parts: the last word is the family name, and a single word is a given name alone. Spaces are tidied. */
export function splitName(whole: string): {
  readonly givenName: string
  readonly familyName: string | null
} {
  const words = whole.trim().split(/\s+/u)
  if (words.length < 2) return { givenName: words.join(' '), familyName: null }
  return { givenName: words.slice(0, -1).join(' '), familyName: words.at(-1) ?? null }
}
