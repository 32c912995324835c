import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { isWholeName, urgentAccessEnds, whoIsTold } from '#domain/access/restricted.ts'
import type { Role } from '#domain/access/permissions.ts'
import type { Search } from '#domain/matching/parse-search.ts'
import { NotFound } from '#platform/http/errors.ts'
import { insertAuditEntry } from './audit.ts'
import type { Scope } from './scope.ts'
import { isRestrictedFor, isVisibleTo, isWithinReach, type Viewer } from './visible-children.ts'

/** A record for named people only, as it stands now. */
export interface Restriction {
  readonly id: string
  readonly startedOn: Temporal.PlainDate
  readonly why: string
  readonly contactId: string
  readonly contactName: string
  readonly contactJobTitle: string
  /** Those who may open the record, by name. */
  readonly named: readonly { readonly id: string; readonly name: string; readonly role: Role }[]
}

/** The restriction that holds for the child now; undefined when there is none. */
export async function findOptionalRestriction(
  scope: Scope,
  childId: string,
): Promise<Restriction | undefined> {
  const { rows } = await sql<Restriction>`
    select x.id, x.started_on, x.why, x.contact_id, p.name as contact_name, p.job_title as contact_job_title,
      (select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'role', s.role) order by s.name)
        from restriction_names n join staff s on s.service_id = n.service_id and s.id = n.staff_id
        where n.service_id = x.service_id and n.restriction_id = x.id) as named
    from restrictions x
    join staff p on p.service_id = x.service_id and p.id = x.contact_id
    where x.service_id = ${scope.serviceId} and x.child_id = ${childId} and x.ended_on is null`.execute(
    scope.db,
  )
  return rows[0]
}

/**
 * What the viewer meets at a child's record: it opens; it is restricted to others, who learn that it exists and whom to ask; or, as far as
 * they are told, there is none.
 */
export async function findDoor(
  scope: Scope,
  viewer: Viewer,
  childId: string,
): Promise<'open' | 'restricted' | 'none'> {
  const child = sql.ref('c.id')
  const { rows } = await sql<{ isRestricted: boolean }>`
    select ${isRestrictedFor(scope, viewer, child)} as is_restricted from children c
    where c.service_id = ${scope.serviceId} and c.id = ${childId}
      and ${isWithinReach(scope, viewer, child)}`.execute(scope.db)
  const [found] = rows
  if (found === undefined) return 'none'
  return found.isRestricted ? 'restricted' : 'open'
}

interface NewRestriction {
  readonly childId: string
  /** A code of why records are restricted. */
  readonly why: string
  readonly contactId: string
  readonly names: readonly string[]
  readonly startedOn: Temporal.PlainDate
}

/**
 * Keeps the record for these people from now on, in the place of those named before. What urgent access had opened ends with the
 * restriction that it opened.
 *
 * @returns the restriction's id
 */
export async function insertRestriction(
  scope: Scope,
  restriction: NewRestriction,
): Promise<string> {
  const { names, ...values } = restriction
  const { serviceId } = scope
  const { childId, startedOn } = values
  await endRestriction(scope, childId, startedOn)
  const { id } = await scope.db
    .insertInto('restrictions')
    .values({ serviceId, ...values, recordedBy: scope.staffId })
    .returning('id')
    .executeTakeFirstOrThrow()
  await scope.db
    .insertInto('restrictionNames')
    .values(names.map(staffId => ({ serviceId, restrictionId: id, staffId })))
    .execute()
  await insertAuditEntry(scope, { action: 'child.restricted', childId, subjectId: id })
  return id
}

/** Opens the record again to everybody whose role reaches the child. */
export async function liftRestriction(
  scope: Scope,
  childId: string,
  endedOn: Temporal.PlainDate,
): Promise<void> {
  await endRestriction(scope, childId, endedOn)
  await insertAuditEntry(scope, { action: 'child.restriction-lifted', childId })
}

async function endRestriction(scope: Scope, childId: string, endedOn: Temporal.PlainDate) {
  await scope.db
    .updateTable('restrictions')
    .set({ endedOn })
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', childId)
    .where('endedOn', 'is', null)
    .execute()
}

/**
 * Opens a restricted record to the viewer for a day, and tells those who keep it.
 *
 * @throws NotFound when the record is not restricted to others
 */
export async function insertUrgentAccess(
  scope: Scope,
  viewer: Viewer,
  { childId, reason }: { readonly childId: string; readonly reason: string },
): Promise<void> {
  const restriction = await findOptionalRestriction(scope, childId)
  if (restriction === undefined) throw new NotFound()
  const { serviceId } = scope
  const { id } = await scope.db
    .insertInto('urgentAccesses')
    .values({
      serviceId,
      restrictionId: restriction.id,
      childId,
      staffId: viewer.id,
      reason,
      grantedAt: viewer.now,
      endsAt: urgentAccessEnds(viewer.now),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const told = whoIsTold(restriction.contactId, restriction.named, viewer.id)
  const notice = { serviceId, kind: 'urgent-access', childId, subjectId: id }
  await scope.db
    .insertInto('notices')
    .values(told.map(staffId => ({ ...notice, staffId, noticedAt: viewer.now })))
    .execute()
  await insertAuditEntry(scope, { action: 'child.urgent-access', childId, subjectId: id })
}

/** Told to somebody: who opened a restricted record urgently, when and why. */
export interface Notice {
  readonly id: string
  readonly childId: string
  readonly childName: string
  readonly takenBy: string
  readonly reason: string
  readonly noticedAt: Temporal.Instant
}

/** Days for which a notice stays on somebody's first page. */
const noticeDays = 28

/** What the viewer was told in the last four weeks about children whom they may know of, the latest first. */
export async function listNotices(scope: Scope, viewer: Viewer): Promise<Notice[]> {
  const since = viewer.now.subtract({ hours: noticeDays * 24 })
  const { rows } = await sql<Notice>`
    select n.id, n.child_id, coalesce(c.known_as, c.given_name) || ' ' || c.family_name as child_name,
      s.name as taken_by, u.reason, n.noticed_at
    from notices n
    join children c on c.service_id = n.service_id and c.id = n.child_id
    join urgent_accesses u on u.service_id = n.service_id and u.id = n.subject_id
    join staff s on s.service_id = u.service_id and s.id = u.staff_id
    where n.service_id = ${scope.serviceId} and n.staff_id = ${viewer.id} and n.kind = 'urgent-access'
      and n.noticed_at > ${since} and ${isVisibleTo(scope, viewer, sql.ref('n.child_id'))}
    order by n.noticed_at desc, n.id`.execute(scope.db)
  return rows
}

/**
 * Whom to ask about restricted records that fit a search exactly: date of birth and whole name. Each contact once; nothing of the child.
 * That the search met one is written down.
 */
export async function listContactsOfRestricted(
  scope: Scope,
  viewer: Viewer,
  search: Search,
): Promise<readonly string[]> {
  if (search.bornOn === undefined || search.words.length === 0) return []
  const child = sql.ref('c.id')
  const { rows } = await sql<{
    id: string
    givenName: string
    familyName: string
    knownAs: string | null
    contact: string
  }>`
    select c.id, c.given_name, c.family_name, c.known_as, s.name as contact
    from children c
    join restrictions x on x.service_id = c.service_id and x.child_id = c.id and x.ended_on is null
    join staff s on s.service_id = x.service_id and s.id = x.contact_id
    where c.service_id = ${scope.serviceId} and c.born_on = ${search.bornOn}
      and ${isWithinReach(scope, viewer, child)} and ${isRestrictedFor(scope, viewer, child)}
    order by s.name`.execute(scope.db)
  const found = rows.filter(row => isWholeName(search.words, row))
  for (const { id } of found) {
    await insertAuditEntry(scope, { action: 'child.met-restricted', childId: id })
  }
  return [...new Set(found.map(({ contact }) => contact))]
}
