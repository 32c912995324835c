import { sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { NotFound } from '#platform/http/errors.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { chronologyHash, type ChronologyContent } from '#records/chronology-hash.ts'
import type { Scope } from '#records/scope.ts'

/** A chronology without its entries. */
export interface Chronology {
  readonly id: string
  readonly childId: string
  readonly title: string
  readonly purpose: string | null
  readonly audience: string | null
  readonly pattern: string | null
  readonly childView: string | null
  readonly startedOn: PlainDate
  readonly authorId: string
  readonly authorName: string
  readonly authorJobTitle: string
  readonly finishedOn: PlainDate | null
  readonly finishedByName: string | null
  readonly contentHash: string | null
}

/** The child's chronologies, drafts first, then the latest, each with how many entries it has. */
export async function listChronologies(
  scope: Scope,
  childId: string,
): Promise<(Chronology & { readonly entryCount: number })[]> {
  const { rows } = await sql<Chronology & { entryCount: number }>`
    select c.*, a.name as author_name, a.job_title as author_job_title, f.name as finished_by_name,
      (select count(*) from chronology_entries e
        where e.service_id = c.service_id and e.chronology_id = c.id and e.removed_on is null)::int as entry_count
    from chronologies c
    join staff a on a.service_id = c.service_id and a.id = c.author_id
    left join staff f on f.service_id = c.service_id and f.id = c.finished_by
    where c.service_id = ${scope.serviceId} and c.child_id = ${childId}
    order by c.finished_on is not null, c.finished_on desc, c.started_on desc, c.recorded_at desc`.execute(
    scope.db,
  )
  return rows
}

/** One chronology of this child. @throws NotFound when there is none, or it is another child's */
export async function findChronology(
  scope: Scope,
  about: { readonly childId: string; readonly chronologyId: string },
): Promise<Chronology> {
  const { rows } = await sql<Chronology>`
    select c.*, a.name as author_name, a.job_title as author_job_title, f.name as finished_by_name
    from chronologies c
    join staff a on a.service_id = c.service_id and a.id = c.author_id
    left join staff f on f.service_id = c.service_id and f.id = c.finished_by
    where c.service_id = ${scope.serviceId} and c.child_id = ${about.childId} and c.id = ${about.chronologyId}`.execute(
    scope.db,
  )
  const [found] = rows
  if (found === undefined) throw new NotFound()
  return found
}

/** An entry as it is kept. */
export interface KeptEntry {
  readonly id: string
  readonly on: PlainDate
  /** Where it was chosen from: "work.ended"; null: it was written here. */
  readonly sourceKind: string | null
  readonly sourceId: string | null
  readonly what: string | null
  readonly toldBy: string | null
  readonly whyItMatters: string | null
}

/** The entries of a chronology, by day; those taken out are not among them. */
export async function selectKeptEntries(scope: Scope, chronologyId: string): Promise<KeptEntry[]> {
  return await scope.db
    .selectFrom('chronologyEntries')
    .select(['id', 'happenedOn as on', 'sourceKind', 'sourceId', 'what', 'toldBy', 'whyItMatters'])
    .where('serviceId', '=', scope.serviceId)
    .where('chronologyId', '=', chronologyId)
    .where('removedOn', 'is', null)
    .orderBy('happenedOn')
    .orderBy('recordedAt')
    .orderBy('id')
    .execute()
}

interface NewChronology {
  readonly childId: string
  readonly copiedFromId: string | null
  readonly title: string
  readonly purpose: string | null
  readonly audience: string | null
  readonly pattern: string | null
  readonly childView: string | null
  readonly authorId: string
  readonly startedOn: PlainDate
}

/** Starts a chronology, and returns its id. */
export async function insertChronology(scope: Scope, chronology: NewChronology): Promise<string> {
  const { id } = await scope.db
    .insertInto('chronologies')
    .values({ serviceId: scope.serviceId, ...chronology })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { childId } = chronology
  await insertAuditEntry(scope, { action: 'chronology.started', childId, subjectId: id })
  return id
}

export type NewEntry = Omit<KeptEntry, 'id'>

/** Adds entries to a chronology that is not finished; what is in it already is not added again. */
export async function insertEntries(
  scope: Scope,
  chronologyId: string,
  entries: readonly NewEntry[],
): Promise<void> {
  if (entries.length === 0) return
  await scope.db
    .insertInto('chronologyEntries')
    .values(
      entries.map(({ on, ...entry }) => ({
        serviceId: scope.serviceId,
        chronologyId,
        happenedOn: on,
        ...entry,
        recordedBy: scope.staffId,
      })),
    )
    .onConflict(conflict =>
      conflict
        .columns(['serviceId', 'chronologyId', 'sourceKind', 'sourceId'])
        .where('removedOn', 'is', null)
        .doNothing(),
    )
    .execute()
}

/** What can be changed of a chronology until it is finished. */
export type ChangedChronology = Pick<
  NewChronology,
  'title' | 'purpose' | 'audience' | 'pattern' | 'childView'
>

/** Changes the words around the entries. */
export async function updateChronology(
  scope: Scope,
  chronologyId: string,
  values: ChangedChronology,
): Promise<void> {
  await scope.db
    .updateTable('chronologies')
    .set(values)
    .where('serviceId', '=', scope.serviceId)
    .where('id', '=', chronologyId)
    .execute()
}

/** Changes an entry: why it matters, that it is taken out, or the words that it keeps when the chronology is finished. */
export async function updateEntry(
  scope: Scope,
  entryId: string,
  values: Partial<{
    readonly happenedOn: PlainDate
    readonly what: string | null
    readonly toldBy: string | null
    readonly whyItMatters: string | null
    readonly removedOn: PlainDate
  }>,
): Promise<void> {
  await scope.db
    .updateTable('chronologyEntries')
    .set(values)
    .where('serviceId', '=', scope.serviceId)
    .where('id', '=', entryId)
    .execute()
}

/** Marks a chronology as finished; its entries have their words by then. */
export async function updateFinished(
  scope: Scope,
  chronologyId: string,
  content: ChronologyContent,
): Promise<void> {
  await scope.db
    .updateTable('chronologies')
    .set({
      finishedOn: content.finishedOn,
      finishedBy: content.finishedBy,
      contentHash: chronologyHash(content),
    })
    .where('serviceId', '=', scope.serviceId)
    .where('id', '=', chronologyId)
    .execute()
}
