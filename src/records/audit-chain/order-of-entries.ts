import type { SealedEntry, UnsealedEntry } from './read-chain.ts'

/** How many rounds of sealing are looked back on for an entry: those of an hour and more. */
const roundsKept = 1000

interface Round {
  readonly sealedBy: number
  readonly settledBefore: number
  /** Of this round and all before it. */
  readonly highestId: number
}

/**
 * Tells entries that were put in afterwards from late ones. Every entry of a transaction that had ended is in the round of that moment;
 * and an entry gets its number after its transaction began, so one from after a round has a higher number than all of that round.
 */
export function orderOfEntries() {
  let earlier: Round[] = []
  let current: Round | undefined
  let hasMoved = false

  const isOutOfPlace = ({ id, transactionId }: UnsealedEntry): boolean => {
    const last = earlier.at(-1)
    if (last !== undefined && transactionId < last.settledBefore) return true
    const round = earlier.findLast(one => one.sealedBy < transactionId)
    return round !== undefined && round.highestId > id
  }

  const closeRound = () => {
    if (current === undefined) return
    earlier.push(current)
    if (earlier.length > roundsKept * 2) earlier = earlier.slice(-roundsKept)
    current = undefined
  }

  return {
    /** Takes the next seal in; true when its entry was put in after others had been sealed. */
    isSealOutOfPlace: (seal: SealedEntry, transactionId: number): boolean => {
      if (current !== undefined && current.sealedBy !== seal.sealedBy) {
        const isOtherServer = seal.sealedBy < current.sealedBy
        const { highestId } = current
        closeRound()
        // Restored on a server that counts its transactions from another start: the numbers cannot be compared.
        if (isOtherServer) earlier = []
        hasMoved ||= isOtherServer
        current = { ...seal, highestId }
      }
      const highestId = Math.max(current?.highestId ?? 0, seal.entryId)
      current = { sealedBy: seal.sealedBy, settledBefore: seal.settledBefore, highestId }
      // Only a restore writes entries and their seals in one transaction, and nothing was sealed on that server before.
      if (transactionId === seal.sealedBy && earlier.length === 0) return false
      if (transactionId >= seal.sealedBy) return !hasMoved
      return isOutOfPlace({ id: seal.entryId, transactionId })
    },
    /** True when an unsealed entry cannot be a late one. All seals have been taken in. */
    isUnsealedOutOfPlace: (entry: UnsealedEntry, newestTransaction: number): boolean => {
      closeRound()
      const last = earlier.at(-1)
      if (last !== undefined && newestTransaction < last.sealedBy) return false
      return isOutOfPlace(entry)
    },
  }
}
