import type { Config } from '#config'
import { openDatabase, say } from './database.ts'

/** Brings the database up to date. */
export async function migrate(config: Config): Promise<void> {
  const { close } = await openDatabase(config)
  await close()
  say('The database is up to date.')
}
