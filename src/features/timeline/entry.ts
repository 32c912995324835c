import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { TimelineRow } from './source.ts'
import { findSource } from './sources.ts'

/** An entry as it is shown. */
export interface Entry {
  /** Names it in an address: "contact.held~", then the id. */
  readonly key: string
  readonly on: PlainDate
  readonly label: string
  readonly what: string
  readonly said: string | null
  readonly who: string | null
  readonly url: string | null
}

const linePartOfWords = 160

/** A row in words, with its link. @throws Error for a kind that no source declares: the statement cannot give one */
export function entryOf(childId: string, row: TimelineRow): Entry {
  const source = findSource(row.kind)
  if (source === undefined) throw new Error(`No source declares ${row.kind}`)
  const { what, said } = source.line(row)
  return {
    key: `${kindOf(row)}~${row.id}`,
    on: row.on,
    label: source.label,
    what,
    said: said === null ? null : beginningOf(said, linePartOfWords),
    who: row.who,
    url: source.url(childId, row),
  }
}

/** What a chronology notes of where an entry comes from: "work.ended". */
export function kindOf({ kind, part }: Pick<TimelineRow, 'kind' | 'part'>): string {
  return `${kind}.${part}`
}

/** The beginning of a text on one line, cut between words. */
export function beginningOf(text: string, length: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= length) return line
  const cut = line.slice(0, length)
  const end = cut.lastIndexOf(' ')
  return `${end > length / 2 ? cut.slice(0, end) : cut}…`
}
