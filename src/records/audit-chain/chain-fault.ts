import { beginningOfChain, sealHash } from './chain.ts'
import type { SealedEntry } from './read-chain.ts'

/** The first thing that is wrong with a chain. */
export interface ChainFault {
  readonly kind: 'altered' | 'removed' | 'inserted'
  /** The entry's number; null where it is gone together with its seal. */
  readonly entryId: number | null
  /** The number of the seal at which it shows; null where there is none. */
  readonly sequence: number | null
  /** One sentence, without personal data. */
  readonly says: string
}

/** A seal among its neighbours. */
export interface Neighbours {
  readonly beforeThat: SealedEntry | undefined
  readonly before: SealedEntry | undefined
  readonly seal: SealedEntry
  readonly next: SealedEntry | undefined
}

/** Seals that were taken out one after the other are recognised up to so many. */
const longestGap = 1000

/** What is wrong with a seal or the entry that it vouches for, when all before it is right; null when nothing is. */
export function faultAt(around: Neighbours): ChainFault | null {
  const { before, seal } = around
  const { sequence, entryId, found } = seal
  const due = (before?.sequence ?? 0) + 1
  if (sequence !== due) {
    const gone = sequence - due
    return {
      kind: 'removed',
      entryId: null,
      sequence: due,
      says: `${gone} seals are gone before seal ${sequence}, and whatever happened to their entries cannot be told.`,
    }
  }
  const at = { entryId, sequence }
  if (found === null) return { kind: 'removed', ...at, says: `Entry ${entryId} is gone.` }
  if (found.contentHash !== seal.contentHash) {
    const says = `Entry ${entryId} does not say any more what it said when it was sealed.`
    return { kind: 'altered', ...at, says }
  }
  return follows(seal, before) ? null : brokenLink(around)
}

/** Entry and seal fit each other, but the seal does not follow on the one before it: the seals after it tell why. */
function brokenLink({ beforeThat, before, seal, next }: Neighbours): ChainFault {
  if (before !== undefined && follows(seal, beforeThat, seal.sequence - 1)) return inserted(before)
  if (next !== undefined && follows(next, before, next.sequence - 1)) return inserted(seal)
  const { entryId, sequence } = seal
  if (next !== undefined && !follows(next, seal)) {
    for (let gone = 1; gone <= longestGap; gone += 1) {
      if (!follows(next, seal, next.sequence + gone)) continue
      const says = `${gone} entries before entry ${entryId} are gone, and the seals after them were numbered anew.`
      return { kind: 'removed', entryId: null, sequence, says }
    }
  }
  const says = `The seal of entry ${entryId} does not follow on the one before it.`
  return { kind: 'altered', entryId, sequence, says }
}

function inserted({ entryId, sequence }: SealedEntry): ChainFault {
  const says = `Entry ${entryId} stands between two that were sealed one after the other.`
  return { kind: 'inserted', entryId, sequence, says }
}

function follows(
  seal: SealedEntry,
  before: SealedEntry | undefined,
  sequence = seal.sequence,
): boolean {
  return sealHash(before?.hash ?? beginningOfChain, sequence, seal.contentHash) === seal.hash
}
