import { BackupError } from './backup-error.ts'

/** COPY writes a backslash within a row twice, so no row can look like this line. */
export const endOfRows = '\\.\n'

const newline = '\n'
const longestLine = 16 * 1024 * 1024

export interface Sections {
  /** The next line, without its end. */
  readonly line: () => Promise<string>
  /** The rows that follow, up to the line that ends them, which is taken too. */
  readonly rows: () => AsyncGenerator<Buffer, void>
  /** True when nothing is left. */
  readonly isAtEnd: () => Promise<boolean>
}

/** Reads the content of a backup piece by piece: never more than a piece is held. */
export function readSections(content: AsyncIterable<Buffer>): Sections {
  const chunks = content[Symbol.asyncIterator]()
  let held = Buffer.alloc(0)

  async function readOn(): Promise<boolean> {
    const next = await chunks.next()
    if (next.done === true) return false
    held = Buffer.concat([held, next.value])
    return true
  }

  async function line(): Promise<string> {
    let end = held.indexOf(newline)
    while (end === -1) {
      if (held.length > longestLine || !(await readOn())) throw endedTooSoon()
      end = held.indexOf(newline)
    }
    const text = held.toString('utf8', 0, end)
    held = held.subarray(end + 1)
    return text
  }

  async function* rows(): AsyncGenerator<Buffer, void> {
    // With a line's end in front one search finds the end of an empty section too; it is not handed on.
    held = Buffer.concat([Buffer.from(newline), held])
    let from = 1
    for (;;) {
      const end = held.indexOf(newline + endOfRows)
      // The end may lie across two chunks: all but its first bytes can be handed on.
      const upTo = end === -1 ? held.length - endOfRows.length : end + 1
      if (upTo > from) {
        const piece = held.subarray(from, upTo)
        held = held.subarray(upTo)
        from = 0
        yield piece
      } else if (end !== -1) {
        held = held.subarray(upTo)
      }
      if (end !== -1) {
        held = held.subarray(endOfRows.length)
        return
      }
      if (!(await readOn())) throw endedTooSoon()
    }
  }

  return { line, rows, isAtEnd: async () => held.length === 0 && !(await readOn()) }
}

function endedTooSoon(): BackupError {
  return new BackupError('The file ends too soon.')
}
