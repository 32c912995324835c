import type { PlainDate } from '../calendar/plain-date.ts'

/** A chronology as it would be finished. */
export interface ChronologyToFinish {
  readonly finishedOn: PlainDate | null
  readonly purpose: string | null
  readonly audience: string | null
  /** What the pattern tells us. */
  readonly pattern: string | null
  readonly childView: string | null
  readonly entries: readonly {
    /** In words; null: what was chosen is no longer in the record. */
    readonly what: string | null
    readonly whyItMatters: string | null
  }[]
}

/**
 * What a chronology still lacks before it can be finished, in the order in which it is written; empty: it can be.
 *
 * @interpretation A list of dates is no chronology: each entry says why it matters, the whole says what the pattern tells and what the
 * child thinks of it, and it says for whom it is. No guidance says so in as many words.
 */
export function chronologyLacks(chronology: ChronologyToFinish): string[] {
  if (chronology.finishedOn !== null) return ['It is finished already']
  const { entries } = chronology
  const unexplained = entries.filter(({ whyItMatters }) => whyItMatters === null).length
  return [
    ...(entries.length === 0 ? ['Add an entry'] : []),
    ...(entries.some(({ what }) => what === null)
      ? ['Take out the entry that is no longer in the record']
      : []),
    ...(unexplained > 0 ? [`Say why it matters (${unexplained} without)`] : []),
    ...(chronology.pattern === null ? ['Write what the pattern tells us'] : []),
    ...(chronology.childView === null
      ? ['Write the child’s view, or how you will ask for it']
      : []),
    ...(chronology.purpose === null ? ['Choose what it is for'] : []),
    ...(chronology.audience === null ? ['Say who will read it'] : []),
  ]
}
