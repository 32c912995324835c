/**
 * What is kept of the words beside a chosen answer: nothing where nobody has asked or the child prefers not to say, so that an earlier
 * answer does not stay under a refusal.
 */
export function wordsBeside(answer: string, words: string | null): string | null {
  return answer === 'not-asked' || answer === 'prefers-not-to-say' ? null : words
}
