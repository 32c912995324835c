/** How many letters of middling width fit under a symbol without touching the words beside them. */
const lettersInLine = 12

/**
 * Words broken into lines that fit under a symbol; what does not fit ends in an ellipsis.
 *
 * @param most no more than this many lines
 */
export function inLines(text: string, most: number): string[] {
  const lines: string[] = []
  for (const word of text.trim().split(/\s+/u).flatMap(inPieces)) {
    const last = lines.at(-1)
    if (
      last !== undefined &&
      lettersOf(last).length + 1 + lettersOf(word).length <= lettersInLine
    ) {
      lines[lines.length - 1] = `${last} ${word}`
    } else {
      lines.push(word)
    }
  }
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  const last = lettersOf(kept.at(-1) ?? '')
    .slice(0, lettersInLine - 1)
    .join('')
  return [...kept.slice(0, -1), `${last}…`]
}

const segments = new Intl.Segmenter('en-GB')

/** Letters as people count them: a letter with its accents is one, and so is an emoji. */
function lettersOf(text: string): string[] {
  return [...segments.segment(text)].map(({ segment }) => segment)
}

/** A word longer than a line, after a hyphen where it has one. */
function inPieces(word: string): string[] {
  const letters = lettersOf(word)
  if (letters.length <= lettersInLine) return [word]
  const hyphen = letters.slice(0, lettersInLine).lastIndexOf('-')
  const end = hyphen > 0 ? hyphen + 1 : lettersInLine
  return [letters.slice(0, end).join(''), ...inPieces(letters.slice(end).join(''))]
}
