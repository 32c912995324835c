import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { connect } from '#platform/db/connect.ts'
import { monotonicMilliseconds } from '#platform/clock.ts'
import type { Database } from '#records/schema.ts'
import { importService } from '../importing/import-service.ts'
import { exportService } from '../writing/export-service.ts'

// A process of its own, so that what it holds can be measured: `import` or `export`, the database, the service, the file.
const [action, url = '', serviceId = '', file = ''] = process.argv.slice(2)
const db = connect<Database>({ connectionString: url })
const began = monotonicMilliseconds()
const children = action === 'import' ? await importFile() : await exportFile()
await db.destroy()
const { maxRSS } = process.resourceUsage()
const seconds = (monotonicMilliseconds() - began) / 1000
process.stdout.write(JSON.stringify({ children, megabytes: Math.round(maxRSS / 1024), seconds }))

async function importFile(): Promise<number> {
  const report = await importService(db, file, { today: plainDate('2026-03-11') })
  if (report.refusedLines > 0) throw new Error(JSON.stringify(report.refused.slice(0, 3)))
  return report.imported
}

async function exportFile(): Promise<number> {
  const out = createWriteStream(file)
  const exported = await exportService(db, serviceId, async line => {
    if (!out.write(line)) await once(out, 'drain')
  })
  out.end()
  await finished(out)
  return exported.children
}
