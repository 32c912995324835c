import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Config } from '#config'
import { monotonicMilliseconds } from '#platform/clock.ts'
import { checkBackupFile } from '#platform/db/backup/backup-file.ts'
import { howMuch } from '#platform/db/backup/header.ts'
import { loadBackup } from '#platform/db/backup/load-backup.ts'
import { findServer, say } from './database.ts'

/** Fills an empty database from a backup. */
export async function restoreBackup(words: readonly string[], config: Config): Promise<void> {
  const { positionals } = parseArgs({ args: [...words], allowPositionals: true })
  const [name, ...others] = positionals
  if (name === undefined || others.length > 0) {
    throw new Error('Name one file: npx alongside restore FILE')
  }
  const file = resolve(name)
  const began = monotonicMilliseconds()
  // A file that is no good should not make a server start and a data folder appear.
  const checked = await checkBackupFile(file)
  const { header } = checked
  say(`The file is whole: made by ${header.madeBy} at ${header.madeAt}. Restoring …`)
  const server = await findServer(config)
  try {
    const { migrated } = await loadBackup(server.connection, checked)
    const seconds = ((monotonicMilliseconds() - began) / 1000).toFixed(1)
    say(`Restored ${howMuch(header)} in ${seconds} seconds.`)
    if (migrated.length > 0) say(`It was brought up to date (${migrated.length} steps).`)
    for (const left of header.leftOut) say(`Left out: ${left.table} (${left.because}).`)
  } finally {
    await server.stop()
  }
}
