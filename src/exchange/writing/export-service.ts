import { sql, type Kysely } from 'kysely'
import { insertAuditEntry } from '#records/audit.ts'
import type { Database } from '#records/schema.ts'
import { formatName, formatVersion } from '../format/service-line.ts'
import { childPart } from '../layout.ts'
import { familyLinkPart, panelPart, personPart, servicePart } from '../service-layout.ts'
import type { Part } from '../part.ts'
import { selectHistoryUntil } from './history-until.ts'
import { nestRows, type Written } from './nest-rows.ts'
import { selectPage, selectService, type Source } from './read-rows.ts'

export interface Exported {
  readonly panels: number
  readonly people: number
  readonly familyLinks: number
  readonly children: number
}

/** Children read at a time: enough that statements do not count, few enough to hold. */
const pageSize = 100

/**
 * Writes a whole service in the exchange format, line by line, as it stands at one moment.
 *
 * The same record is always the same text: two exports of a database are equal byte for byte. That it was taken is written to the audit.
 *
 * @param write takes one line with its end; the next is made when it has resolved
 * @throws Error when there is no such service
 */
export async function exportService(
  db: Kysely<Database>,
  serviceId: string,
  write: (line: string) => void | Promise<void>,
): Promise<Exported> {
  const writeLine = async (line: object) => await write(`${JSON.stringify(line)}\n`)
  return await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async trx => {
      await sql`select set_config('alongside.service_id', ${serviceId}, true)`.execute(trx)
      const source = { db: trx, serviceId }
      await writeLine(await headerOf(source))
      const writeKind = (record: LineKind, part: Part) =>
        writeAll(source, part, content => writeLine(lineOf(record, content)))
      const written = {
        panels: await writeKind('panel', panelPart),
        people: await writeKind('person', personPart),
        familyLinks: await writeKind('family-link', familyLinkPart),
        children: await writeKind('child', childPart),
      }
      await writeLine(lineOf('end', written))
      await insertAuditEntry({ ...source, staffId: null }, { action: 'service.exported' })
      return written
    })
}

async function headerOf(source: Source): Promise<object> {
  const rows = await selectService(source, servicePart)
  const service = (await nestRows(source, servicePart, rows)).get(source.serviceId)
  if (service === undefined) throw new Error('There is no such service')
  const historyUntil = await selectHistoryUntil(source)
  return {
    record: 'service',
    format: formatName,
    version: formatVersion,
    ...(historyUntil !== null && { historyUntil: historyUntil.toString() }),
    service,
  }
}

async function writeAll(
  source: Source,
  part: Part,
  write: (record: Written) => Promise<void>,
): Promise<number> {
  let count = 0
  let after: string | null = null
  for (;;) {
    const rows = await selectPage(source, part, { after, size: pageSize })
    const records = [...(await nestRows(source, part, rows)).values()]
    for (const record of records) await write(record)
    count += records.length
    const last = rows.at(-1)
    if (last === undefined || rows.length < pageSize) return count
    after = String(last['id'])
  }
}

type LineKind = 'panel' | 'person' | 'family-link' | 'child' | 'end'

function lineOf(record: LineKind, content: object): object {
  return { record, ...content }
}
