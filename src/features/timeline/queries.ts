import { sql, type RawBuilder } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Scope } from '#records/scope.ts'
import type { TimelineRow, TimelineSource } from './source.ts'

/** So many entries stand on a page at most, but for a day that has more. */
export const pageLength = 50

export interface TimelineAsked {
  readonly childId: string
  /** The kinds to read: those that the reader may see and asked for. */
  readonly from: readonly TimelineSource[]
  /** First and last day, inclusive; null: no bound. */
  readonly since: PlainDate | null
  readonly until: PlainDate | null
  /** Only days before this one: where the page before ended. */
  readonly before: PlainDate | null
  readonly significant: boolean
  readonly work: { readonly id: string; readonly referralId: string | null } | null
  /** What is planned for later is no part of the line. */
  readonly today: PlainDate
}

export interface TimelinePage {
  readonly rows: readonly TimelineRow[]
  /** The day before which the next page begins; null: there is nothing earlier. */
  readonly earlier: PlainDate | null
}

/**
 * A page of the timeline in one statement. Each kind is read from its newest entry and stops when the page is full; a page ends with a
 * whole day, so that the day alone says where the next begins.
 */
export async function readTimeline(scope: Scope, asked: TimelineAsked): Promise<TimelinePage> {
  if (asked.from.length === 0) return { rows: [], earlier: null }
  const { rows } = await timelineStatement(scope, asked).execute(scope.db)
  return cutAtDay(rows)
}

/** The statement of a page: apart, so that a test can ask the database how it reads it. */
export function timelineStatement(scope: Scope, asked: TimelineAsked): RawBuilder<TimelineRow> {
  const newest = sql`order by "on" desc fetch first ${sql.lit(pageLength + 1)} rows with ties`
  const conditions = sql.join(conditionsOf(asked), sql` and `)
  const each = asked.from.map(source => {
    const entries = entriesOf(scope, source, asked.childId)
    return sql`(select * from (${entries}) x where ${conditions} ${newest})`
  })
  const page = sql`select * from (${sql.join(each, sql` union all `)}) each_kind ${newest}`
  return sql<TimelineRow>`${named(scope, page)} order by e."on" desc, e.at desc nulls last, e.kind, e.id`
}

/** What the entries are now, in one statement: every part of each record. */
export async function readEntries(
  scope: Scope,
  childId: string,
  asked: readonly { readonly source: TimelineSource; readonly ids: readonly string[] }[],
): Promise<TimelineRow[]> {
  if (asked.length === 0) return []
  const each = asked.map(
    ({ source, ids }) =>
      sql`select * from (${entriesOf(scope, source, childId)}) x
        where x.id = any(${ids}::uuid[]) and x."on" is not null`,
  )
  const { rows } =
    await sql<TimelineRow>`${named(scope, sql.join(each, sql` union all `))}`.execute(scope.db)
  return rows
}

function entriesOf({ serviceId }: Scope, source: TimelineSource, childId: string) {
  return sql`select ${sql.lit(source.kind)} as kind, own.* from (${source.select({ serviceId, childId })}) own`
}

function named({ serviceId }: Scope, entries: RawBuilder<unknown>): RawBuilder<TimelineRow> {
  return sql<TimelineRow>`select e.kind, e.id, e."on", e.part, e.code, e.more, e.words, s.name as who,
      e.referral_id, e.intervention_id, e.other_child_id
    from (${entries}) e left join staff s on s.service_id = ${serviceId} and s.id = e.staff_id`
}

function conditionsOf(asked: TimelineAsked): RawBuilder<unknown>[] {
  const { since, before, significant, work } = asked
  return [
    sql`x."on" <= ${lastDayOf(asked)}`,
    ...(since === null ? [] : [sql`x."on" >= ${since}`]),
    ...(before === null ? [] : [sql`x."on" < ${before}`]),
    ...(significant ? [sql`x.is_significant`] : []),
    ...(work === null
      ? []
      : [sql`(x.intervention_id = ${work.id} or x.referral_id = ${work.referralId}::uuid)`]),
  ]
}

function lastDayOf({ until, today }: TimelineAsked): PlainDate {
  return until === null || today.until(until).sign > 0 ? today : until
}

/** A day that the statement may have left unfinished goes to the next page; a day that fills a page by itself stays whole. */
function cutAtDay(rows: readonly TimelineRow[]): TimelinePage {
  const last = rows.at(-1)
  if (rows.length <= pageLength || last === undefined) return { rows, earlier: null }
  const whole = rows.filter(({ on }) => !on.equals(last.on))
  const shown = whole.length === 0 ? rows : whole
  return { rows: shown, earlier: shown.at(-1)?.on ?? null }
}
