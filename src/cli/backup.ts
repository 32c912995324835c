import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import packageJson from '../../package.json' with { type: 'json' }
import type { Config } from '#config'
import { monotonicMilliseconds, systemClock } from '#platform/clock.ts'
import { howMuch } from '#platform/db/backup/header.ts'
import { writeBackup } from '#platform/db/backup/write-backup.ts'
import { findServer, say } from './database.ts'

/** Writes everything the database holds into one file, while others work. */
export async function makeBackup(words: readonly string[], config: Config): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: { force: { type: 'boolean' } },
    allowPositionals: true,
  })
  const [name, ...others] = positionals
  if (name === undefined || others.length > 0) {
    throw new Error('Name one file: npx alongside backup FILE')
  }
  const file = resolve(name)
  const began = monotonicMilliseconds()
  const server = await findServer(config)
  try {
    const header = await writeBackup(server.connection, {
      file,
      replace: values.force === true,
      madeAt: systemClock().now().toString({ smallestUnit: 'second' }),
      madeBy: `Alongside ${packageJson.version}`,
    })
    const seconds = ((monotonicMilliseconds() - began) / 1000).toFixed(1)
    say(`Backed up ${howMuch(header)} in ${seconds} seconds: ${file}`)
    say('The file holds what the record holds, readable by whoever has it: keep it as safe.')
  } finally {
    await server.stop()
  }
}
