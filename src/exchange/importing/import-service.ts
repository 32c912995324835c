import type { Kysely } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { insertAuditEntry } from '#records/audit.ts'
import type { Database } from '#records/schema.ts'
import { checkFile } from './check-file.ts'
import { constraintOf } from './constraint-of.ts'
import { newLedger, type ImportReport } from './ledger.ts'
import { writeFile } from './write-file.ts'

export interface ImportOptions {
  /** Nothing that happened lies after it. */
  readonly today: PlainDate
  /** Writes the good records though others are refused; otherwise all wait. */
  readonly keepGood?: boolean
}

/** Thrown to take everything back when the database refused a record that had passed the checks. */
class NothingWritten extends Error {
  override readonly name = 'NothingWritten'
}

/**
 * Imports a file in the exchange format, in one transaction: all of it, or nothing unless `keepGood`.
 *
 * Every record meets the guards that the pages would have put in front of it. What is in the database already, word for word, stays as it is;
 * a record that is there and says something else is refused. Nothing is ever changed or taken away.
 *
 * @throws Error when the file cannot be opened, or changes while it is read
 */
export async function importService(
  db: Kysely<Database>,
  file: string,
  options: ImportOptions,
): Promise<ImportReport> {
  try {
    return await importOnce(db, file, { ...options, isCareful: false })
  } catch (error) {
    if (constraintOf(error) === null) throw error
    // The database refused something: once more, line by line where it has to be, to say what.
    return await importOnce(db, file, { ...options, isCareful: true })
  }
}

async function importOnce(
  db: Kysely<Database>,
  file: string,
  { today, keepGood = false, isCareful }: ImportOptions & { readonly isCareful: boolean },
): Promise<ImportReport> {
  const ledger = newLedger()
  try {
    return await db.transaction().execute(async trx => {
      const checked = await checkFile(trx, file, { today, ledger })
      const mayWrite = checked !== null && (keepGood || ledger.refused.size === 0)
      if (!mayWrite) return ledger.report(false)
      const { source } = checked
      const accepted = ledger.fresh.size
      await writeFile(file, checked, { ledger, isCareful })
      if (ledger.refused.size > 0 && !keepGood) throw new NothingWritten()
      if (accepted > 0) {
        await insertAuditEntry({ ...source, staffId: null }, { action: 'service.imported' })
      }
      return ledger.report(true)
    })
  } catch (error) {
    if (error instanceof NothingWritten) return ledger.report(false)
    throw error
  }
}
