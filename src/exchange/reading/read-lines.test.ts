import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readLines, type FileLine } from './read-lines.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'alongside-lines-'))
const file = path.join(folder, 'lines')
afterAll(() => rm(folder, { recursive: true }))

async function linesOf(content: string | Buffer, longest?: number) {
  await writeFile(file, content)
  const lines: FileLine[] = []
  for await (const line of readLines(file, longest)) lines.push(line)
  return lines
}

describe('the lines of a file', () => {
  it('are numbered from 1, with or without an end to the last', async () => {
    const expected = ['one', '', 'thrée'].map((text, index) => ({
      number: index + 1,
      text,
      problem: null,
    }))
    expect(await linesOf('one\n\nthrée')).toEqual(expected)
    expect(await linesOf('one\n\nthrée\n')).toEqual(expected)
  })

  it('may cross the pieces in which a file is read', async () => {
    const long = 'é'.repeat(100_000)
    const texts = (await linesOf(`${long}\n${long}x\n`)).map(line => line.text)
    expect(texts).toEqual([long, `${long}x`])
  })

  it('are passed over when they are too long, and the next is read', async () => {
    const lines = await linesOf(`${'x'.repeat(200_000)}\nshort\n`, 1000)
    expect(lines).toEqual([
      { number: 1, text: null, problem: 'is longer than 1000 bytes' },
      { number: 2, text: 'short', problem: null },
    ])
  })

  it('are refused when they are not UTF-8', async () => {
    const [line] = await linesOf(Buffer.from([0x7b, 0xff, 0x7d]))
    expect(line).toEqual({ number: 1, text: null, problem: 'is not UTF-8 text' })
  })
})
