import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { finished } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { testDatabase } from '#test/database.ts'
import { aChildLine, type WrittenChild } from './testing/a-child-line.ts'
import { aHeader, aPanelLine } from './testing/a-service-file.ts'
import { idOf } from './testing/ids.ts'

const [few, many] = [1000, 20_000]
const databases = { [few]: await testDatabase(), [many]: await testDatabase() }
const folder = await mkdtemp(path.join(tmpdir(), 'alongside-memory-'))
afterAll(() => rm(folder, { recursive: true }))

const program = fileURLToPath(new URL('./testing/run-alone.ts', import.meta.url))
const answer = z.object({ children: z.number(), megabytes: z.number(), seconds: z.number() })

/** With so little room for objects a process that keeps the children it has read comes to an end. */
const heapMegabytes = 128

async function runAlone(action: 'import' | 'export', count: number, file: string) {
  const url = databases[count]?.url ?? ''
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${heapMegabytes}`, program, action, url, idOf(1), file],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  return answer.parse(JSON.parse(await text(child.stdout)))
}

/** Few rows and many words: what counts is how much passes through, not how long the database takes over it. */
function aLongLine(base: number): WrittenChild {
  const child = aChildLine(base, { whatMatters: 'Bikes. '.repeat(600) })
  const work = { assessments: [], outcomes: [], interventions: [], allocations: [], contacts: [] }
  return { ...child, ...work }
}

async function writeChildren(count: number): Promise<string> {
  const file = path.join(folder, `${count}.jsonl`)
  const out = createWriteStream(file)
  const write = async (line: unknown) => {
    if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain')
  }
  await write(aHeader())
  await write(aPanelLine())
  for (let index = 1; index <= count; index += 1) await write(aLongLine(index * 100))
  await write({ record: 'end', panels: 1, children: count })
  out.end()
  await finished(out)
  return file
}

describe('twenty thousand children', () => {
  it('are imported and exported in as much memory as one thousand', async ({ annotate }) => {
    const used: Record<string, z.infer<typeof answer>> = {}
    for (const count of [few, many]) {
      const file = await writeChildren(count)
      const out = path.join(folder, `${count}-out.jsonl`)
      used[`import ${count}`] = await runAlone('import', count, file)
      used[`export ${count}`] = await runAlone('export', count, out)
    }
    await annotate(JSON.stringify(used))
    for (const action of ['import', 'export']) {
      const [one, twenty] = [used[`${action} ${few}`], used[`${action} ${many}`]]
      expect(twenty?.children).toBe(many)
      expect(twenty?.megabytes).toBeLessThan((one?.megabytes ?? 0) + 80)
    }
  })
})
