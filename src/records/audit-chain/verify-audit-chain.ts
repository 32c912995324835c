import { sql } from 'kysely'
import type { Scope } from '../scope.ts'
import { faultAt, type ChainFault } from './chain-fault.ts'
import { orderOfEntries } from './order-of-entries.ts'
import { readSeals, readUnsealed, type SealedEntry } from './read-chain.ts'

export interface ChainReport {
  /** Seals that were checked: all of them, or up to the fault. */
  readonly sealed: number
  /** Entries that wait for their seal, which is normal for a few seconds; null when a fault was found first. */
  readonly unsealed: number | null
  /** Of the last seal checked: what to keep outside of the database. Null when nothing is sealed. */
  readonly lastHash: string | null
  readonly fault: ChainFault | null
}

/**
 * Computes a service's audit chain anew, reading a few entries at a time, and stops at the first fault.
 *
 * @param expectedHash a last hash kept outside of the database: it has to be in the chain still
 */
export async function verifyAuditChain(
  scope: Scope,
  expectedHash: string | null = null,
): Promise<ChainReport> {
  const order = orderOfEntries()
  let wasExpectedSeen = expectedHash === null
  let sealed = 0
  let lastHash: string | null = null
  for await (const around of withNeighbours(readSeals(scope))) {
    const { seal } = around
    const fault = faultAt(around) ?? misplaced(order, seal)
    if (fault !== null) return { sealed, unsealed: null, lastHash, fault }
    sealed += 1
    lastHash = seal.hash
    wasExpectedSeen ||= seal.hash === expectedHash
  }
  if (!wasExpectedSeen) return { sealed, unsealed: null, lastHash, fault: endIsGone }
  const rest = await checkUnsealed(scope, order)
  return { sealed, lastHash, ...rest }
}

const endIsGone: ChainFault = {
  kind: 'removed',
  entryId: null,
  sequence: null,
  says: 'The hash that was kept is not in the chain any more: its end was removed, or the whole was written anew.',
}

function misplaced(order: ReturnType<typeof orderOfEntries>, seal: SealedEntry): ChainFault | null {
  const { entryId, sequence, found } = seal
  if (found === null || !order.isSealOutOfPlace(seal, found.transactionId)) return null
  return { kind: 'inserted', entryId, sequence, says: afterwards(entryId) }
}

async function checkUnsealed(scope: Scope, order: ReturnType<typeof orderOfEntries>) {
  const newest = await newestTransaction(scope)
  let unsealed = 0
  for await (const entry of readUnsealed(scope)) {
    unsealed += 1
    if (!order.isUnsealedOutOfPlace(entry, newest)) continue
    const fault: ChainFault = {
      kind: 'inserted',
      entryId: entry.id,
      sequence: null,
      says: afterwards(entry.id),
    }
    return { unsealed: null, fault }
  }
  return { unsealed, fault: null }
}

function afterwards(entryId: number): string {
  return `Entry ${entryId} was put in after later ones had been sealed.`
}

async function newestTransaction({ db }: Scope): Promise<number> {
  const { rows } = await sql<{ newest: string }>`
    select pg_snapshot_xmax(pg_current_snapshot())::text as newest`.execute(db)
  return Number(rows[0]?.newest)
}

async function* withNeighbours(seals: AsyncIterable<SealedEntry>) {
  let beforeThat: SealedEntry | undefined
  let before: SealedEntry | undefined
  let seal: SealedEntry | undefined
  for await (const next of seals) {
    if (seal !== undefined) {
      yield { beforeThat, before, seal, next }
      beforeThat = before
      before = seal
    }
    seal = next
  }
  if (seal !== undefined) yield { beforeThat, before, seal, next: undefined }
}
