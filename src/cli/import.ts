import { access, constants } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Config } from '#config'
import { importService } from '#exchange/importing/import-service.ts'
import { clockOf } from './clock.ts'
import { withDatabase } from './database.ts'

/**
 * Imports a file in the exchange format and prints what became of it.
 *
 * @throws Error when anything was refused, after the report is printed: the exit status says so
 */
export async function importRecords(words: readonly string[], config: Config): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { 'keep-good': { type: 'boolean', default: false } },
  })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new Error('Name one file: alongside import FILE')
  await readable(file)
  const keepGood = values['keep-good']
  const today = clockOf(config).today()
  const report = await withDatabase(config, db => importService(db, file, { today, keepGood }))
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
  if (report.refusedLines === 0) return
  throw new Error(
    keepGood
      ? `${linesWere(report.refusedLines)} refused; the others are in the database.`
      : `${linesWere(report.refusedLines)} refused, so nothing was written. To take the good ones: --keep-good`,
  )
}

async function readable(file: string): Promise<void> {
  try {
    await access(file, constants.R_OK)
  } catch (error) {
    throw new Error(`The file ${file} cannot be read.`, { cause: error })
  }
}

function linesWere(count: number): string {
  return count === 1 ? '1 line was' : `${count} lines were`
}
