import { sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { RelationshipKind, Sex } from '#domain/vocabulary/children.ts'
import { NotFound } from '#platform/http/errors.ts'
import { personName, type PersonDetails } from './people.ts'
import type { Scope } from './scope.ts'
import { isVisibleTo, type Viewer } from './visible-children.ts'

/** What one file says of somebody: who they are to the child, and what may be done. */
export interface RelationshipFacts {
  readonly kind: RelationshipKind
  readonly hasParentalResponsibility: boolean
  readonly livesWithChild: boolean
  readonly mayBeContacted: boolean
  /** Why they may not be contacted, or what else there is to know. */
  readonly note: string | null
  readonly startedOn: PlainDate | null
}

/** Somebody around a child, as one reader may see them. */
export interface Relationship extends RelationshipFacts, PersonDetails {
  readonly id: string
  readonly childId: string
  readonly personId: string
  readonly name: string
  /** The first day on which they are no longer around; null: they are. */
  readonly endedOn: PlainDate | null
  /** Their own record, where they are a child known to the service whom the reader may open; otherwise null, whoever they are. */
  readonly knownChildId: string | null
}

/**
 * Everybody who is or was around a child: those with parental responsibility first, then by name.
 *
 * Somebody who is a child known to the service is described by their own record to those who may open it. To others they are a person
 * like any other, by what stands on the person's row.
 */
export async function listRelationships(
  scope: Scope,
  viewer: Viewer,
  childId: string,
): Promise<Relationship[]> {
  const { rows } = await sql<Omit<Relationship, 'name' | 'sex' | 'kind'> & Coded>`
    select r.id, r.child_id, r.person_id, r.kind, r.has_parental_responsibility, r.lives_with_child,
      r.may_be_contacted, r.note, r.started_on, r.ended_on, k.id as known_child_id,
      coalesce(k.given_name, p.given_name) as given_name,
      case when k.id is null then p.family_name else k.family_name end as family_name,
      coalesce(k.known_as, p.known_as) as known_as, coalesce(k.sex, p.sex) as sex, p.gender_shown,
      coalesce(k.born_on, p.born_on) as born_on, p.died_on, p.phone, p.email, p.address, p.organisation, p.job_title
    from relationships r
    join people p on p.service_id = r.service_id and p.id = r.person_id
    left join children k on k.service_id = p.service_id and k.person_id = p.id
      and ${isVisibleTo(scope, viewer, sql.ref('k.id'))}
    where r.service_id = ${scope.serviceId} and r.child_id = ${childId}
    order by r.has_parental_responsibility desc, given_name, family_name, r.id`.execute(scope.db)
  return rows.map(row => ({
    ...row,
    kind: row.kind as RelationshipKind,
    sex: row.sex as Sex,
    name: personName(row),
  }))
}

interface Coded {
  readonly kind: string
  readonly sex: string
}

/** Who is around the child on a day. */
export function aroundOn<Row extends { readonly endedOn: PlainDate | null }>(
  relationships: readonly Row[],
  today: PlainDate,
): Row[] {
  return relationships.filter(({ endedOn }) => endedOn === null || isLater(endedOn, today))
}

function isLater(day: PlainDate, today: PlainDate): boolean {
  return day.toString() > today.toString()
}

/** @throws NotFound when there is none in this child's file */
export async function findRelationship(
  scope: Scope,
  viewer: Viewer,
  { childId, relationshipId }: { readonly childId: string; readonly relationshipId: string },
): Promise<Relationship> {
  const all = await listRelationships(scope, viewer, childId)
  const found = all.find(({ id }) => id === relationshipId)
  if (found === undefined) throw new NotFound()
  return found
}

/** Writes that a person is around a child. The audit is the caller's. */
export async function insertRelationship(
  scope: Scope,
  relationship: RelationshipFacts & { readonly childId: string; readonly personId: string },
): Promise<string> {
  const { id } = await scope.db
    .insertInto('relationships')
    .values({ serviceId: scope.serviceId, ...relationship })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Changes what a file says of somebody. The earlier version stays in the history. */
export async function updateRelationship(
  scope: Scope,
  relationshipId: string,
  values: Partial<RelationshipFacts> & {
    readonly endedOn?: PlainDate | null
    readonly personId?: string
  },
): Promise<void> {
  await scope.db
    .updateTable('relationships')
    .set(values)
    .where('serviceId', '=', scope.serviceId)
    .where('id', '=', relationshipId)
    .execute()
}
