import { findPersonOfChild, setPersonOfChild } from '../people.ts'
import type { Scope } from '../scope.ts'
import { moveMentions, personColumns, selectMentions, type PersonColumn } from './mentions.ts'
import type { NamingRow } from './rows-of-children.ts'

interface Ids {
  readonly mergeId: string
  readonly keptId: string
  readonly mergedId: string
}

/**
 * Makes one person of the two that two records of a child are in families, and writes down what moved. Where only the merged child is a
 * person, the kept one becomes that person; otherwise those who are around the one are around the other from now on.
 */
export async function joinPersons(scope: Scope, ids: Ids): Promise<void> {
  const merged = await selectPersonId(scope, ids.mergedId)
  if (merged === null) return
  const kept = await selectPersonId(scope, ids.keptId)
  const mentions = await selectMentions(scope, [ids.keptId, ids.mergedId])
  const ofMerged = mentions.filter(({ childId }) => childId === ids.mergedId)
  if (kept === null) {
    await setPersonOfChild(scope, ids.mergedId, null)
    await setPersonOfChild(scope, ids.keptId, merged)
    await writeDown(scope, ids, { table: 'children', column: 'person_id' }, [ids.mergedId])
  }
  for (const one of personColumns) {
    const rowIds = idsIn(one, ofMerged)
    const moved =
      kept === null ? rowIds : await moveMentions(scope, one, { from: merged, to: kept }, rowIds)
    await writeDown(scope, ids, one, moved)
  }
}

/** Gives the merged child back who they were in families, with the mentions that a merge brought; those made since stay with the kept child. */
export async function partPersons(scope: Scope, ids: Ids): Promise<void> {
  const current = await selectPersonId(scope, ids.keptId)
  const written = await scope.db
    .selectFrom('childMergeRows')
    .select(['tableName', 'columnName', 'rowId'])
    .where('serviceId', '=', scope.serviceId)
    .where('mergeId', '=', ids.mergeId)
    .where('wasOf', '=', 'merged')
    .execute()
  const brought = written.map(row => `${row.tableName}.${row.columnName}.${row.rowId}`)
  const mentions = await selectMentions(scope, [ids.keptId])
  const isBrought = ({ table, column, id }: NamingRow) =>
    brought.includes(`${table}.${column}.${id}`)
  if (current !== null && brought.includes(`children.person_id.${ids.mergedId}`)) {
    await setPersonOfChild(scope, ids.keptId, null)
    await setPersonOfChild(scope, ids.mergedId, current)
    const staying = mentions.filter(mention => !isBrought(mention))
    if (staying.length > 0) {
      const own = await findPersonOfChild(scope, ids.keptId)
      await moveAll(scope, { from: current, to: own }, staying)
    }
    return
  }
  const merged = await selectPersonId(scope, ids.mergedId)
  if (current === null || merged === null) return
  await moveAll(scope, { from: current, to: merged }, mentions.filter(isBrought))
}

async function moveAll(
  scope: Scope,
  move: { readonly from: string; readonly to: string },
  mentions: readonly NamingRow[],
): Promise<void> {
  for (const one of personColumns) await moveMentions(scope, one, move, idsIn(one, mentions))
}

function idsIn({ table, column }: PersonColumn, mentions: readonly NamingRow[]): string[] {
  return mentions.filter(row => row.table === table && row.column === column).map(({ id }) => id)
}

async function selectPersonId(scope: Scope, childId: string): Promise<string | null> {
  const { personId } = await scope.db
    .selectFrom('children')
    .select('personId')
    .where('serviceId', '=', scope.serviceId)
    .where('id', '=', childId)
    .executeTakeFirstOrThrow()
  return personId
}

async function writeDown(
  { db, serviceId }: Scope,
  { mergeId }: Ids,
  { table, column }: { readonly table: string; readonly column: string },
  rowIds: readonly string[],
): Promise<void> {
  if (rowIds.length === 0) return
  const rows = rowIds.map(rowId => ({
    ...{ serviceId, mergeId, rowId, wasOf: 'merged' },
    tableName: table,
    columnName: column,
  }))
  await db.insertInto('childMergeRows').values(rows).execute()
}
