import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { insertAuditEntry } from '#records/audit.ts'
import type { Scope } from '#records/scope.ts'
import { isVisibleTo, type Viewer } from '#records/visible-children.ts'

/**
 * Pairs that were answered to be two children, as `id id` in order. An answer about a record that was merged holds for the one it was
 * merged into.
 */
export async function selectAnsweredPairs(scope: Scope): Promise<ReadonlySet<string>> {
  const { serviceId } = scope
  const { rows: merged } = await sql<{ id: string; into: string }>`
    select id, merged_into_id as "into" from children
    where service_id = ${serviceId} and merged_into_id is not null`.execute(scope.db)
  const into = new Map(merged.map(row => [row.id, row.into]))
  const now = (id: string): string => {
    const next = into.get(id)
    return next === undefined ? id : now(next)
  }
  const pairs = await scope.db
    .selectFrom('notDuplicates')
    .select(['childId', 'otherChildId'])
    .where('serviceId', '=', serviceId)
    .execute()
  return new Set(
    pairs.map(({ childId, otherChildId }) =>
      [now(childId), now(otherChildId)].toSorted().join(' '),
    ),
  )
}

/** An answer that two records are of two children. */
export interface AnsweredPair {
  readonly childId: string
  readonly name: string
  readonly otherChildId: string
  readonly otherName: string
  readonly reason: string
  readonly answeredBy: string
  readonly answeredAt: Temporal.Instant
}

/** Answers about children both of whom the viewer may see, the latest first. */
export async function listAnsweredPairs(scope: Scope, viewer: Viewer): Promise<AnsweredPair[]> {
  const nameOf = (table: string) =>
    sql`coalesce(${sql.ref(`${table}.known_as`)}, ${sql.ref(`${table}.given_name`)}) || ' ' || ${sql.ref(`${table}.family_name`)}`
  const { rows } = await sql<AnsweredPair>`
    select n.child_id, n.other_child_id, ${nameOf('a')} as name, ${nameOf('b')} as other_name,
      n.reason, s.name as answered_by, n.answered_at
    from not_duplicates n
    join children a on a.service_id = n.service_id and a.id = n.child_id
    join children b on b.service_id = n.service_id and b.id = n.other_child_id
    join staff s on s.service_id = n.service_id and s.id = n.answered_by
    where n.service_id = ${scope.serviceId}
      and ${isVisibleTo(scope, viewer, sql.ref('a.id'))} and ${isVisibleTo(scope, viewer, sql.ref('b.id'))}
    order by n.answered_at desc, n.id`.execute(scope.db)
  return rows
}

interface NewAnswer {
  readonly childId: string
  readonly otherId: string
  readonly reason: string
  readonly answeredBy: string
  readonly at: Temporal.Instant
}

/** Keeps the answer that two records are of two children; a second answer about the same changes nothing. */
export async function insertAnswer(scope: Scope, answer: NewAnswer): Promise<void> {
  const [childId = '', otherChildId = ''] = [answer.childId, answer.otherId].toSorted()
  const made = await scope.db
    .insertInto('notDuplicates')
    .values({
      serviceId: scope.serviceId,
      childId,
      otherChildId,
      reason: answer.reason,
      answeredAt: answer.at,
      answeredBy: answer.answeredBy,
    })
    .onConflict(conflict => conflict.columns(['serviceId', 'childId', 'otherChildId']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made === undefined) return
  for (const id of [childId, otherChildId]) {
    const entry = { action: 'child.told-apart', childId: id, subjectId: made.id }
    await insertAuditEntry(scope, entry)
  }
}
