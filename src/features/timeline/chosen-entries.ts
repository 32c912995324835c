import { may, type Role } from '#domain/access/permissions.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Scope } from '#records/scope.ts'
import { selectVisibleAmong, type Viewer } from '#records/visible-children.ts'
import { selectKeptEntries, type Chronology, type KeptEntry } from './chronology-queries.ts'
import { beginningOf, kindOf } from './entry.ts'
import { readEntries } from './queries.ts'
import type { TimelineRow, TimelineSource } from './source.ts'
import { findSource } from './sources.ts'

/** Who reads: whose permissions and whose reach decide what the words say. */
export type Reader = Viewer & { readonly role: Role }

/** An entry in words. */
export interface ShownEntry {
  readonly id: string
  readonly on: PlainDate
  /** Null: what was chosen is not in the record any more, or the reader may not read it. */
  readonly what: string | null
  readonly toldBy: string | null
  readonly whyItMatters: string | null
  readonly isOwn: boolean
  readonly url: string | null
}

/** The words of an entry that was chosen. */
export interface ChosenWords {
  readonly on: PlainDate
  readonly what: string
  readonly toldBy: string
  readonly url: string | null
}

const wordsKept = 300

/** Whether other children of the service are named: where the reader may open them, or nowhere, as on paper that leaves the house. */
type OtherNames = 'as-visible' | 'nowhere'

/** The entries of a chronology as they are read: finished, as they were written down then; until then, as the record has them now. */
export async function readShownEntries(
  scope: Scope,
  chronology: Chronology,
  reader: Reader,
  names: OtherNames = 'as-visible',
): Promise<ShownEntry[]> {
  const kept = await selectKeptEntries(scope, chronology.id)
  if (chronology.finishedOn !== null) return kept.map(entry => shownAsKept(entry))
  const { childId } = chronology
  const words = await readChosen(scope, { childId, reader, names }, refsOf(kept))
  return kept.map(entry => shownNow(entry, words)).toSorted((a, b) => a.on.since(b.on).sign)
}

/** Where a chosen entry comes from: "work.ended" and the id of its record. */
export interface ChosenRef {
  readonly sourceKind: string
  readonly sourceId: string
}

/** An entry that was ticked, with what it says. */
export type Ticked = ChosenRef & ChosenWords

interface ChosenFor {
  readonly childId: string
  readonly reader: Reader
  readonly names: OtherNames
}

/** What chosen entries say now, by "kind~id"; what the reader may not read, or is no longer there, is missing. */
export async function readChosen(
  scope: Scope,
  { childId, reader, names }: ChosenFor,
  refs: readonly ChosenRef[],
): Promise<ReadonlyMap<string, ChosenWords>> {
  const rows = await readEntries(scope, childId, sourcesOf(refs, reader.role))
  const others = names === 'nowhere' ? [] : rows.flatMap(({ otherChildId }) => otherChildId ?? [])
  const visible: ReadonlySet<string> =
    others.length === 0 ? new Set() : await selectVisibleAmong(scope, reader, others)
  const found = new Map<string, ChosenWords>()
  for (const ref of refs) {
    const row = rowOf(ref, rows)
    if (row !== undefined) found.set(keyOf(ref), chosenWords(childId, row, visible))
  }
  return found
}

/** How an entry is named in an address and in a form. */
export function keyOf({ sourceKind, sourceId }: ChosenRef): string {
  return `${sourceKind}~${sourceId}`
}

function sourcesOf(refs: readonly ChosenRef[], role: Role) {
  const ids = new Map<TimelineSource, string[]>()
  for (const { sourceKind, sourceId } of refs) {
    const source = findSource(sourceKind.split('.')[0] ?? '')
    if (source === undefined || !may(role, source.permission)) continue
    ids.set(source, [...(ids.get(source) ?? []), sourceId])
  }
  return [...ids].map(([source, of]) => ({ source, ids: of }))
}

/** The part that was chosen; where the record has come to another state, such as withdrawn, its only one. */
function rowOf({ sourceKind, sourceId }: ChosenRef, rows: readonly TimelineRow[]) {
  const [kind] = sourceKind.split('.')
  const ofRecord = rows.filter(row => row.kind === kind && row.id === sourceId)
  const exact = ofRecord.find(row => kindOf(row) === sourceKind)
  return exact ?? (ofRecord.length === 1 ? ofRecord[0] : undefined)
}

/** Another child of the service is named only to those who may open that child. */
function chosenWords(childId: string, row: TimelineRow, visible: ReadonlySet<string>): ChosenWords {
  const source = findSource(row.kind)
  if (source === undefined) throw new Error(`No source declares ${row.kind}`)
  const { what, whatUnnamed = what, said } = source.line(row)
  const isNamed = row.otherChildId === null || visible.has(row.otherChildId)
  const own = said === null ? '' : `. ${beginningOf(said, wordsKept)}`
  return {
    on: row.on,
    what: `${source.label}: ${isNamed ? what : whatUnnamed}${own}`,
    toldBy: row.who === null ? 'Our record' : `Our record, ${row.who}`,
    url: source.url(childId, row),
  }
}

function refsOf(kept: readonly KeptEntry[]): ChosenRef[] {
  return kept.flatMap(({ sourceKind, sourceId }) =>
    sourceKind === null || sourceId === null ? [] : [{ sourceKind, sourceId }],
  )
}

function shownAsKept({ sourceKind, sourceId: _, ...entry }: KeptEntry): ShownEntry {
  return { ...entry, isOwn: sourceKind === null, url: null }
}

function shownNow(entry: KeptEntry, words: ReadonlyMap<string, ChosenWords>): ShownEntry {
  const { sourceKind, sourceId } = entry
  if (sourceKind === null || sourceId === null) return shownAsKept(entry)
  const now = words.get(keyOf({ sourceKind, sourceId }))
  const { id, whyItMatters } = entry
  const none = { on: entry.on, what: null, toldBy: null, url: null }
  return { id, whyItMatters, isOwn: false, ...(now ?? none) }
}
