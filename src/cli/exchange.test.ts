import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readConfig } from '#config'
import { aChildLine } from '#exchange/testing/a-child-line.ts'
import { aHeader, aPanelLine, writeServiceFile } from '#exchange/testing/a-service-file.ts'
import { testDatabase } from '#test/database.ts'
import { exportRecords } from './export.ts'
import { importRecords } from './import.ts'
import { printSchema } from './schema.ts'

const databases = [await testDatabase(), await testDatabase()]
const [config, emptyConfig] = databases.map(({ url }) => readConfig({ DATABASE_URL: url }))
if (config === undefined || emptyConfig === undefined) throw new Error('Two databases are needed')
const folder = mkdtempSync(path.join(os.tmpdir(), 'alongside-exchange-'))
afterAll(() => rmSync(folder, { recursive: true }))

const given = path.join(folder, 'given.jsonl')
let printed = ''
beforeEach(() => {
  printed = ''
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  vi.spyOn(process.stdout, 'write').mockImplementation(text => {
    printed += String(text)
    return true
  })
})
afterEach(() => vi.restoreAllMocks())

it('imports a file and exports it again: to standard output or to a file, the same bytes', async () => {
  await writeServiceFile(given, [aHeader(), aPanelLine(), aChildLine(1000)])
  await importRecords([given], config)
  expect(JSON.parse(printed)).toMatchObject({ imported: 1, refused: [] })

  printed = ''
  await exportRecords([], config)
  const written = path.join(folder, 'written.jsonl')
  await exportRecords(['--to', written], config)
  expect(await readFile(written, 'utf8')).toBe(printed)
  expect(statSync(written).mode & 0o777).toBe(0o600)

  printed = ''
  await importRecords([written], emptyConfig)
  const again = path.join(folder, 'again.jsonl')
  await exportRecords(['--to', again], emptyConfig)
  expect(await readFile(again, 'utf8')).toBe(await readFile(written, 'utf8'))
})

it('prints the report and fails when something is refused, unless good records are to be kept', async () => {
  const bad = aChildLine(3000, { bornOn: '2016-06-15' })
  await writeServiceFile(given, [aHeader(), aPanelLine(), aChildLine(2000), bad])
  await expect(importRecords([given], config)).rejects.toThrow('so nothing was written')
  expect(JSON.parse(printed)).toMatchObject({
    imported: 0,
    waiting: 1,
    refused: [{ line: 6, path: 'referrals[0].offences[0].occurredOn', rule: 'CYPA-1933' }],
  })
  printed = ''
  await expect(importRecords([given, '--keep-good'], config)).rejects.toThrow('1 line was refused')
  expect(JSON.parse(printed)).toMatchObject({ imported: 1, waiting: 0 })
})

it('says which file to name, and which cannot be read', async () => {
  await expect(importRecords([], config)).rejects.toThrow('Name one file')
  await expect(importRecords([path.join(folder, 'none')], config)).rejects.toThrow('cannot be read')
  expect(printed).toBe('')
})

it('leaves no half-written file behind', async () => {
  const nowhere = path.join(folder, 'no-such-folder', 'out.jsonl')
  await expect(exportRecords(['--to', nowhere], config)).rejects.toThrow()
  await expect(readFile(`${nowhere}.half`)).rejects.toThrow()
})

it('prints the schema as JSON', async () => {
  await printSchema()
  expect(JSON.parse(printed)).toMatchObject({ $defs: { child: { type: 'object' } } })
})
