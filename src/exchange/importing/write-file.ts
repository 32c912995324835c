import { sql } from 'kysely'
import { refreshSearchKeysOf } from '#records/search-keys.ts'
import { flatten } from '../flat-rows.ts'
import { servicePart } from '../service-layout.ts'
import { parseLine } from '../reading/parse-line.ts'
import { readLines } from '../reading/read-lines.ts'
import type { Source } from '../writing/read-rows.ts'
import type { CheckedFile } from './checked-file.ts'
import { nothingThere, selectExisting } from './existing-rows.ts'
import { insertRows } from './insert-rows.ts'
import { constraintOf } from './constraint-of.ts'
import type { Ledger } from './ledger.ts'
import { isFull, itemOf, type Item } from './line-item.ts'

/**
 * Reads the file again and writes what the ledger accepted.
 *
 * @param how careful: what the database itself refuses is noted and left out; otherwise it is thrown
 * @throws Error when the file is not the one that was checked any more
 */
export async function writeFile(
  file: string,
  checked: CheckedFile,
  { ledger, isCareful }: { readonly ledger: Ledger; readonly isCareful: boolean },
): Promise<void> {
  let batch: Item[] = []
  let isFirst = true
  const flush = async () => {
    await writeItems(checked, batch, { ledger, isCareful })
    if (isFirst) await analyzeTablesOf(checked.source, batch)
    isFirst = false
    batch = []
  }
  for await (const line of readLines(file)) {
    if (!ledger.fresh.has(line.number)) continue
    const parsed = parseLine(line)
    if (parsed.kind === 'refused') throw new Error('The file changed while it was read')
    if (parsed.line.record === 'service') {
      await writeItem(checked, { flat: flatten(servicePart, parsed.line.service) })
    } else if (parsed.line.record !== 'end') {
      const item = itemOf(line, parsed.line)
      if (isFull(batch)) await flush()
      batch.push(item)
    }
  }
  await flush()
}

/** The checks of references keep their plans; those made while the tables are empty read all rows of the service for each new one. */
async function analyzeTablesOf({ db }: Source, items: readonly Item[]): Promise<void> {
  const tables = new Set(items.flatMap(({ flat }) => flat.rows.map(row => row.part.table)))
  if (tables.size === 0) return
  await sql`analyze ${sql.join([...tables].map(table => sql.table(table)))}`.execute(db)
}

interface Writing {
  readonly ledger: Ledger
  /** Finds out which line the database refuses, at the price of a savepoint a batch: so not at first. */
  readonly isCareful: boolean
}

async function writeItems(
  checked: CheckedFile,
  items: readonly Item[],
  { ledger, isCareful }: Writing,
): Promise<void> {
  if (items.length === 0) return
  const flat = {
    rows: items.flatMap(item => item.flat.rows),
    links: items.flatMap(item => item.flat.links),
  }
  if (!isCareful) {
    await writeItem(checked, { flat, items })
    return
  }
  const failed = await tryWrite(checked.source, () => writeItem(checked, { flat, items }))
  if (failed === null) return
  for (const item of items) {
    const one = { flat: item.flat, items: [item] }
    const reason = await tryWrite(checked.source, () => writeItem(checked, one))
    if (reason === null) continue
    const childId = item.kind === 'child' ? item.child.id : null
    ledger.refuse(item.number, childId, [{ path: '', rule: 'database', reason }])
  }
}

async function writeItem(
  { source, isNewService }: CheckedFile,
  { flat, items = [] }: { readonly flat: Item['flat']; readonly items?: readonly Item[] },
): Promise<void> {
  const existing = isNewService ? nothingThere : await selectExisting(source, [flat])
  const fresh = flat.rows.filter(row => !existing.isThere(row))
  await insertRows(source, {
    rows: fresh,
    links: flat.links.filter(link => !existing.isLinked(link)),
  })
  const childIds = items.flatMap(item => (item.kind === 'child' ? [item.child.id] : []))
  if (childIds.length > 0) await refreshSearchKeysOf({ ...source, staffId: null }, childIds)
  await insertAudit(source, items)
}

async function insertAudit({ db, serviceId }: Source, items: readonly Item[]): Promise<void> {
  const entries = items.flatMap(item => {
    if (item.kind !== 'child') return []
    const { id } = item.child
    return [{ serviceId, action: 'child.imported', childId: id, subjectId: id }]
  })
  if (entries.length > 0) await db.insertInto('auditEntries').values(entries).execute()
}

/** Does one thing, or takes it back and says which constraint of the database was against it. */
async function tryWrite({ db }: Source, work: () => Promise<void>): Promise<string | null> {
  await sql`savepoint import_lines`.execute(db)
  try {
    await work()
    await sql`release savepoint import_lines`.execute(db)
    return null
  } catch (error) {
    await sql`rollback to savepoint import_lines`.execute(db)
    const constraint = constraintOf(error)
    if (constraint === null) throw error
    return `does not keep to ${constraint}`
  }
}
