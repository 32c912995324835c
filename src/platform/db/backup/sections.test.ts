import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endOfRows, readSections } from './sections.ts'

async function* inPieces(content: Buffer, sizes: readonly number[]): AsyncIterable<Buffer> {
  let at = 0
  for (const size of sizes) {
    if (at < content.length) yield content.subarray(at, at + size)
    at += size
  }
  if (at < content.length) yield content.subarray(at)
}

async function textOf(pieces: AsyncIterable<Buffer>): Promise<string> {
  const all: Buffer[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all).toString()
}

const row = fc.constantFrom('a\tb', '\\\\.', '', '.', '\\N', 'x\\\\', '👩‍👧', '\\n\\\\.')

describe('the sections of a backup', () => {
  it('come out as they went in, wherever the pieces of the file end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(row, { maxLength: 5 }), { maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 7 })),
        async (tables, sizes) => {
          const texts = tables.map(rows => rows.map(text => `${text}\n`).join(''))
          const content = texts
            .map((text, number) => `name ${number}\n${text}${endOfRows}`)
            .join('')
          const sections = readSections(inPieces(Buffer.from(content), sizes))
          for (const [number, text] of texts.entries()) {
            expect(await sections.line()).toBe(`name ${number}`)
            expect(await textOf(sections.rows())).toBe(text)
          }
          expect(await sections.isAtEnd()).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('are refused when the file ends within them', async () => {
    const within = readSections(inPieces(Buffer.from('name\nrow\n\\.'), []))
    await within.line()
    await expect(textOf(within.rows())).rejects.toThrow('ends too soon')
    await expect(readSections(inPieces(Buffer.from('name'), [])).line()).rejects.toThrow(
      'ends too soon',
    )
  })
})
