/**
 * Text as it is kept: ends trimmed, line ends as LF, accents composed. Inside it stays exactly as typed,
 * mark-up and all: escaping is for whoever shows it.
 */
export function tidyText(text: string): string {
  return text.replaceAll('\r\n', '\n').normalize('NFC').trim()
}

// NUL cannot be stored; the others show as nothing and break files and letters. Tab and line feed may stay.
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u

/** True for text with control characters or half a surrogate pair: the mark of a broken paste or a crafted request. */
export function hasUnreadableCharacters(text: string): boolean {
  return controls.test(text) || !text.isWellFormed()
}

/**
 * Length in code points: what PostgreSQL's `char_length` counts, so that a form never lets through what a
 * column refuses. Most emoji are one; a family joined of several people is several.
 */
export function lengthOf(text: string): number {
  return Array.from(text).length
}
