import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { readFacts, type CircumstanceOfChild, type SpellContent } from './circumstances.ts'
import type { Scope } from './scope.ts'

/** What a spell said before somebody changed it, and who did. */
export interface EarlierVersion extends SpellContent {
  readonly replacedAt: Temporal.Instant
  readonly replacedByName: string | null
}

interface VersionRow {
  readonly value: string
  readonly detail: string | null
  readonly facts: unknown
  readonly startedOn: string
  readonly endedOn: string | null
  readonly source: string
  readonly replacedAt: Temporal.Instant
  readonly replacedByName: string | null
}

/**
 * What a spell of the child said before, latest first: ended, corrected or withdrawn since. That it stood in another record of the same child,
 * which was merged into this one, is no version of its own.
 */
export async function listEarlierVersions(
  scope: Scope,
  { childId, circumstanceId }: CircumstanceOfChild,
): Promise<EarlierVersion[]> {
  const { rows } = await sql<VersionRow>`
    select h.was->>'value' as value, h.was->>'detail' as detail, h.was->'facts' as facts,
      h.was->>'started_on' as started_on, h.was->>'ended_on' as ended_on, h.was->>'source' as source,
      h.replaced_at, s.name as replaced_by_name
    from (
      select v.*, lead(v.was, 1, to_jsonb(c)) over (order by v.id) as became
      from circumstances c
      join row_history v on v.service_id = c.service_id and v.table_name = 'circumstances' and v.row_id = c.id
      where c.service_id = ${scope.serviceId} and c.id = ${circumstanceId} and c.child_id = ${childId}
    ) h
    left join staff s on s.service_id = h.service_id and s.id = h.replaced_by
    where h.was - 'child_id' <> h.became - 'child_id'
    order by h.id desc`.execute(scope.db)
  return rows.map(row => ({
    ...row,
    facts: readFacts(row.facts),
    startedOn: plainDate(row.startedOn),
    endedOn: row.endedOn === null ? null : plainDate(row.endedOn),
  }))
}
