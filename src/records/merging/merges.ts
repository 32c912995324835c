import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { FieldOfMerge, OtherMerges } from '#domain/merging/identity-fields.ts'
import { NotFound } from '#platform/http/errors.ts'
import type { Scope } from '../scope.ts'

/** Two records that were made one, and whether they still are. */
export interface Merge {
  readonly id: string
  readonly keptId: string
  readonly keptName: string
  readonly mergedId: string
  /** What the child was called in the record that was merged. */
  readonly mergedName: string
  readonly reason: string
  readonly fields: readonly FieldOfMerge[]
  readonly mergedAt: Temporal.Instant
  readonly mergedBy: string
  readonly undoneAt: Temporal.Instant | null
  readonly undoneBy: string | null
  readonly undoneBecause: string | null
}

/** Merges into a child's record, into records that are part of it now, and out of it; the latest first. */
export async function listMerges(scope: Scope, childId: string): Promise<Merge[]> {
  return await selectMerges(
    scope,
    sql`(${isInto(scope, childId)} or (m.merged_child_id = ${childId} and m.undone_at is not null))`,
  )
}

function isInto(scope: Scope, childId: string) {
  return sql`m.kept_child_id in (with recursive ${joinedTo(scope, childId)} select id from joined)`
}

/** A merge into this child's record or into one that is part of it now. @throws NotFound when there is none with this id */
export async function findMerge(
  scope: Scope,
  { mergeId, childId }: { readonly mergeId: string; readonly childId: string },
): Promise<Merge> {
  const [found] = await selectMerges(scope, sql`m.kept_child_id = ${childId} and m.id = ${mergeId}`)
  if (found === undefined) throw new NotFound()
  return found
}

/** What other merges into the same record mean for the fields of this one when it is undone. */
export async function readOtherMerges(
  scope: Scope,
  { id, keptId, mergedAt }: Merge,
): Promise<OtherMerges> {
  const others = await selectMerges(
    scope,
    sql`m.kept_child_id = ${keptId} and m.id <> ${id} and (
      m.undone_at is null and m.merged_at >= ${mergedAt}
      or m.merged_at <= ${mergedAt} and m.undone_at >= ${mergedAt})`,
  )
  return {
    undoneSince: others.filter(({ undoneAt }) => undoneAt !== null).map(({ fields }) => fields),
    standing: others.filter(({ undoneAt }) => undoneAt === null).map(({ fields }) => fields),
  }
}

async function selectMerges(scope: Scope, condition: ReturnType<typeof sql>): Promise<Merge[]> {
  const { rows } = await sql<Merge>`
    select m.id, m.kept_child_id as kept_id, m.merged_child_id as merged_id, m.reason, m.fields, m.merged_at,
      coalesce(c.known_as, c.given_name) || ' ' || c.family_name as merged_name,
      coalesce(k.known_as, k.given_name) || ' ' || k.family_name as kept_name,
      s.name as merged_by, m.undone_at, u.name as undone_by, m.undone_because
    from child_merges m
    join children c on c.service_id = m.service_id and c.id = m.merged_child_id
    join children k on k.service_id = m.service_id and k.id = m.kept_child_id
    join staff s on s.service_id = m.service_id and s.id = m.merged_by
    left join staff u on u.service_id = m.service_id and u.id = m.undone_by
    where m.service_id = ${scope.serviceId} and ${condition}
    order by m.merged_at desc, m.id`.execute(scope.db)
  return rows
}

/** Where a child's record is now: the record that it was merged into, through all merges; undefined when it was not merged. */
export async function findOptionalKeptId(
  scope: Scope,
  childId: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    with recursive went as (
      select c.merged_into_id as id from children c where c.service_id = ${scope.serviceId} and c.id = ${childId}
      union
      select c.merged_into_id from went w
      join children c on c.service_id = ${scope.serviceId} and c.id = w.id
      where c.merged_into_id is not null)
    select w.id from went w
    join children c on c.service_id = ${scope.serviceId} and c.id = w.id
    where c.merged_into_id is null`.execute(scope.db)
  return rows[0]?.id
}

/** Part of an audit trail: the entries of one record, from one number to another where they are given. */
export interface TrailPart {
  readonly childId: string
  readonly from: number | null
  readonly until: number | null
}

/**
 * Whose audit entries make up a child's trail: those of the record itself, of every record merged into it now, and of records that it was
 * merged into for the time it was.
 */
export async function selectTrail(scope: Scope, childId: string): Promise<TrailPart[]> {
  const { serviceId } = scope
  const { rows } = await sql<TrailPart>`
    with recursive ${joinedTo(scope, childId)}
    select j.id as child_id, null::bigint as from, null::bigint as until from joined j
    union all
    select m.kept_child_id, began.id, ended.id from joined j
    join child_merges m on m.service_id = ${serviceId} and m.merged_child_id = j.id and m.undone_at is not null
    join audit_entries began on began.service_id = ${serviceId} and began.child_id = j.id
      and began.subject_id = m.id and began.action = 'child.merged'
    join audit_entries ended on ended.service_id = ${serviceId} and ended.child_id = j.id
      and ended.subject_id = m.id and ended.action = 'child.merge-undone'`.execute(scope.db)
  return rows
}

/** The child's record and all that are merged into it now, at one or more removes, as `joined`. */
function joinedTo({ serviceId }: Scope, childId: string) {
  return sql`joined as (
    select ${childId}::uuid as id
    union
    select c.id from joined j
    join children c on c.service_id = ${serviceId} and c.merged_into_id = j.id)`
}
