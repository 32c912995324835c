import { createHash } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'

/** What an entry says, and so what its seal vouches for. */
export interface AuditContent {
  readonly serviceId: string
  readonly id: number
  readonly at: Temporal.Instant
  readonly staffId: string | null
  readonly action: string
  readonly childId: string | null
  readonly subjectId: string | null
  readonly detail: string | null
}

/** What the first seal of a service follows on. */
export const beginningOfChain = '0'.repeat(64)

/**
 * An entry as the one text that is hashed: a JSON array without spaces, instants in UTC with six decimals. `docs/audit.md` promises it
 * to outsiders, so it can only change together with a new kind of seal.
 */
export function canonicalContent(entry: AuditContent): string {
  return JSON.stringify([
    entry.serviceId,
    entry.id,
    entry.at.toString({ fractionalSecondDigits: 6 }),
    entry.staffId,
    entry.action,
    entry.childId,
    entry.subjectId,
    entry.detail,
  ])
}

/** The SHA-256 of an entry's canonical content, in lower-case hexadecimal. */
export function contentHashOf(entry: AuditContent): string {
  return sha256(canonicalContent(entry))
}

/**
 * The hash of a seal: of the seal before it, of its own number and of the entry's content.
 *
 * @param sequence 1 for the first seal of a service
 */
export function sealHash(previousHash: string, sequence: number, contentHash: string): string {
  return sha256(`${previousHash}:${sequence}:${contentHash}`)
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
