/** A number as it is written down, or what is wrong with it and what to do. */
export type IdentifierReading =
  | { readonly kind: 'right'; readonly value: string }
  | { readonly kind: 'wrong'; readonly message: string }

/** A number in the form in which it is written down. */
export function right(value: string): IdentifierReading {
  return { kind: 'right', value }
}

/** What is wrong, and what to do about it. The message never repeats the number. */
export function wrong(message: string): IdentifierReading {
  return { kind: 'wrong', message }
}

/** What was typed in capitals, without spaces, hyphens and dots. */
export function bare(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s.\p{Pd}]/gu, '')
}
