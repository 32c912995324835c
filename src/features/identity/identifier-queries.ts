import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { identifierKey } from '#domain/matching/identifiers.ts'
import type { IdentifierKind } from '#domain/vocabulary/children.ts'
import { NotFound } from '#platform/http/errors.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { refreshSearchKeys } from '#records/search-keys.ts'
import type { NewIdentifier } from '#records/new-child.ts'
import type { Scope } from '#records/scope.ts'
import { isVisibleTo, type Viewer } from '#records/visible-children.ts'

/** A number by which another system knows the child. */
export interface Identifier {
  readonly id: string
  readonly kind: IdentifierKind
  readonly value: string
  /** Null: nobody can say any more. */
  readonly recordedAt: Temporal.Instant | null
  readonly recordedBy: string | null
  readonly withdrawnOn: PlainDate | null
  readonly withdrawnBecause: string | null
  /** Other records in the service with the same number; by name only those whom the reader may open. */
  readonly others: { readonly count: number; readonly known: readonly OtherChild[] }
}

interface OtherChild {
  readonly id: string
  readonly name: string
}

/** Every number of a child, those taken back last. */
export async function selectIdentifiers(
  scope: Scope,
  viewer: Viewer,
  childId: string,
): Promise<Identifier[]> {
  const { rows } = await sql<Identifier>`
    select i.id, i.kind, i.value, i.recorded_at, s.name as recorded_by, i.withdrawn_on, i.withdrawn_because,
      (select jsonb_build_object('count', count(*), 'known', coalesce(jsonb_agg(jsonb_build_object(
            'id', c.id, 'name', coalesce(c.known_as, c.given_name) || ' ' || c.family_name) order by c.family_name, c.id)
          filter (where ${isVisibleTo(scope, viewer, sql.ref('c.id'))}), '[]'))
        from children c
        where c.service_id = i.service_id and c.id <> i.child_id and i.withdrawn_on is null and exists (
          select from child_identifiers o
          where o.service_id = c.service_id and o.child_id = c.id and o.value_key = i.value_key
            and o.withdrawn_on is null)) as others
    from child_identifiers i
    left join staff s on s.service_id = i.service_id and s.id = i.recorded_by
    where i.service_id = ${scope.serviceId} and i.child_id = ${childId}
    order by i.withdrawn_on nulls first, i.kind, i.value, i.id`.execute(scope.db)
  return rows
}

export interface AskedIdentifier {
  readonly childId: string
  readonly identifierId: string
}

/** One number of a child. @throws NotFound when the child has no such number */
export async function findIdentifier(
  scope: Scope,
  { childId, identifierId }: AskedIdentifier,
): Promise<Pick<Identifier, 'id' | 'kind' | 'value' | 'withdrawnOn'>> {
  const row = await scope.db
    .selectFrom('childIdentifiers')
    .select(['id', 'kind', 'value', 'withdrawnOn'])
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', childId)
    .where('id', '=', identifierId)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound()
  return { ...row, kind: row.kind as IdentifierKind }
}

/** True when the child's record holds this number already, under another id than the one named. */
export async function hasIdentifier(
  scope: Scope,
  childId: string,
  identifier: NewIdentifier,
  exceptId: string | null = null,
): Promise<boolean> {
  const rows = await scope.db
    .selectFrom('childIdentifiers')
    .select('id')
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', childId)
    .where('valueKey', '=', identifierKey(identifier))
    .where('withdrawnOn', 'is', null)
    .execute()
  return rows.some(({ id }) => id !== exceptId)
}

/** Corrects a number; what it was stays in its history. */
export async function updateIdentifier(
  scope: Scope,
  { childId, identifierId }: AskedIdentifier,
  identifier: NewIdentifier,
): Promise<void> {
  await scope.db
    .updateTable('childIdentifiers')
    .set({ ...identifier, valueKey: identifierKey(identifier) })
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', childId)
    .where('id', '=', identifierId)
    .execute()
  await refreshSearchKeys(scope, childId)
  const entry = { action: 'identifier.corrected', childId, subjectId: identifierId }
  await insertAuditEntry(scope, entry)
}

/** Takes a number back; it stays to be read, with why, and finds nobody any more. */
export async function withdrawIdentifier(
  scope: Scope,
  { childId, identifierId }: AskedIdentifier,
  { on, because }: { readonly on: PlainDate; readonly because: string },
): Promise<void> {
  await scope.db
    .updateTable('childIdentifiers')
    .set({ withdrawnOn: on, withdrawnBecause: because })
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', childId)
    .where('id', '=', identifierId)
    .execute()
  await refreshSearchKeys(scope, childId)
  const entry = { action: 'identifier.withdrawn', childId, subjectId: identifierId }
  await insertAuditEntry(scope, entry)
}
