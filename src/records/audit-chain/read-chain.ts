import { sql } from 'kysely'
import type { Scope } from '../scope.ts'
import { contentHashOf, type AuditContent } from './chain.ts'

/** A seal, and what is found today under the entry that it vouches for. */
export interface SealedEntry {
  readonly sequence: number
  readonly entryId: number
  readonly contentHash: string
  readonly hash: string
  /** The number of the sealing transaction: seals with the same one were made together. */
  readonly sealedBy: number
  readonly settledBefore: number
  readonly found: { readonly contentHash: string; readonly transactionId: number } | null
}

export interface UnsealedEntry {
  readonly id: number
  readonly transactionId: number
}

const batch = 2000

interface SealRow extends AuditContent {
  readonly sequence: number
  readonly entryId: number
  readonly contentHash: string
  readonly hash: string
  readonly sealedBy: string
  readonly settledBefore: string
  readonly transactionId: string | null
}

/** A service's seals in order, read a few at a time. */
export async function* readSeals({ db, serviceId }: Scope): AsyncGenerator<SealedEntry> {
  let after = 0
  let rows: SealRow[]
  do {
    ;({ rows } = await sql<SealRow>`
      select s.sequence, s.entry_id, s.content_hash, s.hash, s.sealed_by, s.settled_before,
        e.transaction_id, e.service_id, e.id, e.at, e.staff_id, e.action, e.child_id, e.subject_id, e.detail
      from audit_seals s
      left join audit_entries e on e.service_id = s.service_id and e.id = s.entry_id
      where s.service_id = ${serviceId} and s.sequence > ${after}
      order by s.sequence limit ${batch}`.execute(db))
    for (const row of rows) yield toSealedEntry(row)
    after = rows.at(-1)?.sequence ?? after
  } while (rows.length === batch)
}

function toSealedEntry(row: SealRow): SealedEntry {
  const { sequence, entryId, contentHash, hash, transactionId } = row
  const found =
    transactionId === null
      ? null
      : { contentHash: contentHashOf(row), transactionId: Number(transactionId) }
  const run = { sealedBy: Number(row.sealedBy), settledBefore: Number(row.settledBefore) }
  return { sequence, entryId, contentHash, hash, ...run, found }
}

interface EntryRow {
  readonly id: number
  readonly transactionId: string
  readonly isSealed: boolean
}

/** A service's entries that have no seal, by number. */
export async function* readUnsealed({ db, serviceId }: Scope): AsyncGenerator<UnsealedEntry> {
  // A number below zero is nobody's but a forger's.
  let after = Number.MIN_SAFE_INTEGER
  let rows: EntryRow[]
  do {
    ;({ rows } = await sql<EntryRow>`
      select e.id, e.transaction_id, s.sequence is not null as is_sealed
      from audit_entries e
      left join audit_seals s on s.service_id = e.service_id and s.entry_id = e.id
      where e.service_id = ${serviceId} and e.id > ${after}
      order by e.id limit ${batch}`.execute(db))
    for (const { id, transactionId, isSealed } of rows) {
      if (!isSealed) yield { id, transactionId: Number(transactionId) }
    }
    after = rows.at(-1)?.id ?? after
  } while (rows.length === batch)
}
