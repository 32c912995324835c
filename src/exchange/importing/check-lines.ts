import { checkChild } from '../checking/check-child.ts'
import { isHistory } from '../checking/check-decisions.ts'
import { checkReferences } from '../checking/check-references.ts'
import { checkRows } from '../checking/check-rows.ts'
import type { Checking } from '../checking/known-records.ts'
import type { Problem } from '../reading/problem.ts'
import type { CheckedFile } from './checked-file.ts'
import { claimIds, noteNamed } from './claims.ts'
import { nothingThere, selectExisting, type Existing } from './existing-rows.ts'
import type { Ledger } from './ledger.ts'
import type { Item } from './line-item.ts'

/** Checks some lines together and notes in the ledger what becomes of each. What is in the database already is not asked again. */
export async function checkLines(
  { source, checking, isNewService }: CheckedFile,
  items: readonly Item[],
  ledger: Ledger,
): Promise<void> {
  if (items.length === 0) return
  const flats = items.map(item => item.flat)
  const existing = isNewService ? nothingThere : await selectExisting(source, flats)
  const lines = items.map(item => ({ number: item.number, rows: item.flat.rows }))
  const usedTwice = await claimIds(source.db, lines)
  await noteNamed(source.db, lines)
  for (const item of items) {
    const problems = [
      ...problemsOf(item, existing, checking),
      ...(usedTwice.get(item.number) ?? []),
    ]
    note(item, { problems, existing, checking }, ledger)
  }
}

function problemsOf(item: Item, existing: Existing, checking: Checking): Problem[] {
  const { flat } = item
  const fresh = new Set(flat.rows.filter(row => !existing.isThere(row)).map(row => row.id))
  const found =
    item.kind === 'child'
      ? checkChild(item.child, flat, checking)
      : [...checkReferences(flat, checking.known), ...checkRows(flat.rows, checking.today)]
  return [
    ...found.filter(({ rowId }) => rowId === undefined || fresh.has(rowId)),
    ...existing.conflicts(flat.rows),
  ]
}

function note(
  item: Item,
  found: {
    readonly problems: readonly Problem[]
    readonly existing: Existing
    readonly checking: Checking
  },
  ledger: Ledger,
): void {
  const { problems, existing, checking } = found
  const { number, flat } = item
  if (problems.length > 0) {
    ledger.refuse(number, item.kind === 'child' ? item.child.id : null, problems)
    return
  }
  const isFresh =
    flat.rows.some(row => !existing.isThere(row)) ||
    flat.links.some(link => !existing.isLinked(link))
  if (item.kind === 'panel') checking.known.panels.set(item.panel.id, item.panel)
  if (item.kind !== 'child') {
    if (isFresh) ledger.acceptOther(number)
    return
  }
  const history = item.child.outcomes.filter(
    outcome =>
      isHistory(outcome, checking.historyUntil) &&
      flat.rows.some(row => row.id === outcome.id && !existing.isThere(row)),
  )
  ledger.accept(number, { isFresh, history: history.length })
}
