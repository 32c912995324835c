import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import type { Kysely } from 'kysely'
import type { Config } from '#config'
import { exportService, type Exported } from '#exchange/writing/export-service.ts'
import type { Database } from '#records/schema.ts'
import { chooseService, say, withDatabase } from './database.ts'

/** Writes a service in the exchange format to standard output, or to a file that only this account can read. */
export async function exportRecords(words: readonly string[], config: Config): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: { to: { type: 'string' }, service: { type: 'string' } },
  })
  const { children } = await withDatabase(config, async db => {
    const service = await chooseService(db, values.service)
    return values.to === undefined
      ? await exportTo(process.stdout, db, service.id)
      : await exportToFile(values.to, db, service.id)
  })
  say(`${children} children were exported. The file holds their whole records: keep it safe.`)
}

async function exportTo(out: Writable, db: Kysely<Database>, serviceId: string): Promise<Exported> {
  return await exportService(db, serviceId, async line => {
    if (!out.write(line)) await once(out, 'drain')
  })
}

/** A half-written file never has the name that was asked for. */
async function exportToFile(
  file: string,
  db: Kysely<Database>,
  serviceId: string,
): Promise<Exported> {
  const half = `${file}.half`
  const out = createWriteStream(half, { mode: 0o600 })
  try {
    await once(out, 'open')
    const exported = await exportTo(out, db, serviceId)
    out.end()
    await finished(out)
    await rename(half, file)
    return exported
  } catch (error) {
    out.destroy()
    await rm(half, { force: true })
    throw error
  }
}
