import { createReadStream } from 'node:fs'

/** A line of a file, numbered from 1; `text` is null where it cannot be read as text. */
export interface FileLine {
  readonly number: number
  readonly text: string | null
  /** Why there is no text. */
  readonly problem: string | null
}

/** A child with twenty years of contacts takes less than one. */
export const longestLine = 16 * 1024 * 1024

const newline = 0x0a
const decoder = new TextDecoder('utf-8', { fatal: true })

/**
 * Reads a file line by line and never holds more than one line. Too long a line is passed over, and said to be too long.
 *
 * @param longest bytes that a line may have
 */
export async function* readLines(file: string, longest = longestLine): AsyncGenerator<FileLine> {
  let number = 0
  let held: Buffer[] = []
  let length = 0
  const take = (): FileLine => {
    number += 1
    const line =
      length > longest
        ? { number, text: null, problem: `is longer than ${longest} bytes` }
        : decoded(number, Buffer.concat(held))
    held = []
    length = 0
    return line
  }
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let from = 0
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, from)) {
      hold(chunk.subarray(from, end))
      yield take()
      from = end + 1
    }
    hold(chunk.subarray(from))
  }
  if (length > 0) yield take()

  function hold(piece: Buffer): void {
    length += piece.length
    if (length <= longest) held.push(piece)
    else held = []
  }
}

function decoded(number: number, bytes: Buffer): FileLine {
  try {
    return { number, text: decoder.decode(bytes), problem: null }
  } catch {
    return { number, text: null, problem: 'is not UTF-8 text' }
  }
}
