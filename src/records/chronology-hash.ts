import type { Temporal } from 'temporal-polyfill'
import { documentHash } from './document-hash.ts'

/** Everything that a finished chronology says. */
export interface ChronologyContent {
  readonly title: string
  readonly purpose: string | null
  readonly audience: string | null
  readonly pattern: string | null
  readonly childView: string | null
  readonly authorId: string
  readonly finishedOn: Temporal.PlainDate
  readonly finishedBy: string
  /** In the order in which they are read. */
  readonly entries: readonly {
    readonly on: Temporal.PlainDate
    readonly what: string | null
    readonly toldBy: string | null
    readonly whyItMatters: string | null
  }[]
}

/**
 * The fingerprint of a finished chronology: it changes when any word, day, name or order of it changes. The child is no part of it, as two
 * records of one child can become one.
 */
export function chronologyHash(content: ChronologyContent): string {
  return documentHash({
    ...content,
    finishedOn: content.finishedOn.toString(),
    entries: content.entries.map(entry => ({ ...entry, on: entry.on.toString() })),
  })
}
