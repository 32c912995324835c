import { sql, type RawBuilder } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Family, FamilyMember, ParentLink, PartnerLink } from '#domain/family/family.ts'
import { drawnKinds, type NewLinks, type StandingFamily } from '#domain/family/links-for.ts'
import type { Sex } from '#domain/vocabulary/children.ts'
import type { FamilyLinkKind, ParentNature, PartnerStatus } from '#domain/vocabulary/family.ts'
import { findPersonOfChild, personName } from './people.ts'
import type { Scope } from './scope.ts'
import { isVisibleTo, type Viewer } from './visible-children.ts'

/** How many links away from the child a family is followed: enough for cousins and for a partner's earlier family. */
const mostSteps = 6

/**
 * The family of a child, as one reader may see it.
 *
 * In it are those whom links reach from the child, and those whom the child's own file calls family. Whoever is named in other children's
 * files only is in it for readers who may open one of those. A link is told when both of its ends are there. A person who is a child known
 * to the service is described by their own record to those who may open it, and to others by what stands on the person's row.
 *
 * The viewer may open the child: the page has asked. While nobody is around the child, the child stands alone under their own id.
 */
export async function readFamily(scope: Scope, viewer: Viewer, childId: string): Promise<Family> {
  const people = await selectMembers(scope, viewer, childId)
  const links = await selectLinksAmong(
    scope,
    people.map(({ id }) => id),
  )
  return {
    people,
    ...linksOf(links),
  }
}

function linksOf(links: readonly KeptLink[]): Pick<Family, 'parents' | 'partners'> {
  return {
    parents: links.flatMap(link => (link.kind === 'parent' ? [parentLink(link)] : [])),
    partners: links.flatMap(link => (link.kind === 'partner' ? [partnerLink(link)] : [])),
  }
}

interface MemberRow {
  readonly id: string
  readonly givenName: string
  readonly familyName: string | null
  readonly sex: string
  readonly bornOn: PlainDate | null
  readonly diedOn: PlainDate | null
  readonly isTheChild: boolean
  readonly knownChildId: string | null
}

async function selectMembers(
  scope: Scope,
  viewer: Viewer,
  childId: string,
): Promise<FamilyMember[]> {
  const { serviceId } = scope
  const { rows } = await sql<MemberRow>`
    with recursive reached (person_id, steps) as (
      select person_id, 0 from children
      where service_id = ${serviceId} and id = ${childId} and person_id is not null
      union
      select other.id, reached.steps + 1
      from reached
      join family_links l on l.service_id = ${serviceId} and l.withdrawn_on is null
        and (l.from_person_id = reached.person_id or l.to_person_id = reached.person_id)
      cross join lateral (select case when l.from_person_id = reached.person_id
        then l.to_person_id else l.from_person_id end as id) other
      where reached.steps < ${mostSteps} and ${mayBeNamed(scope, viewer, childId)}
    )
    select coalesce(p.id, k.id) as id, coalesce(k.given_name, p.given_name) as given_name,
      case when k.id is null then p.family_name else k.family_name end as family_name,
      coalesce(k.sex, p.sex) as sex, coalesce(k.born_on, p.born_on) as born_on, p.died_on,
      coalesce(k.id = ${childId}, false) as is_the_child, k.id as known_child_id
    from (
      select person_id from reached
      union
      select person_id from relationships
      where service_id = ${serviceId} and child_id = ${childId} and kind = any(${drawnKinds}::text[])
    ) member
    join people p on p.service_id = ${serviceId} and p.id = member.person_id
    full join (
      select c.* from children c
      where c.service_id = ${serviceId} and (c.id = ${childId} or c.person_id is not null)
        and ${isVisibleTo(scope, viewer, sql.ref('c.id'))}
    ) k on k.person_id = p.id
    where p.id is not null or k.id = ${childId}
    order by is_the_child desc, born_on nulls last, given_name, id`.execute(scope.db)
  return rows.map(({ givenName, familyName, sex, ...row }) => ({
    ...row,
    name: personName({ givenName, familyName }),
    sex: sex as Sex,
  }))
}

/** The person stands in the child's own file or in one that the viewer may open, or is a child whom the viewer may open. */
function mayBeNamed(scope: Scope, viewer: Viewer, childId: string): RawBuilder<boolean> {
  const { serviceId } = scope
  return sql<boolean>`(
    exists (select from relationships f
      where f.service_id = ${serviceId} and f.person_id = other.id
        and (f.child_id = ${childId} or ${isVisibleTo(scope, viewer, sql.ref('f.child_id'))}))
    or exists (select from children f
      where f.service_id = ${serviceId} and f.person_id = other.id
        and (f.id = ${childId} or ${isVisibleTo(scope, viewer, sql.ref('f.id'))})))`
}

/** A link between two people of a family as it is kept. For a parent, `from` is the parent of `to`. */
export interface KeptLink {
  readonly id: string
  readonly fromPersonId: string
  readonly toPersonId: string
  readonly kind: FamilyLinkKind
  readonly nature: string
  readonly startedOn: PlainDate | null
  /** The first day on which it no longer holds. */
  readonly endedOn: PlainDate | null
}

/** Links that were not withdrawn and whose ends are both among these people, the earliest recorded first. */
export async function selectLinksAmong(
  scope: Scope,
  personIds: readonly string[],
): Promise<KeptLink[]> {
  const ids = [...personIds]
  const { rows } = await sql<KeptLink>`
    select id, from_person_id, to_person_id, kind, nature, started_on, ended_on
    from family_links
    where service_id = ${scope.serviceId} and withdrawn_on is null
      and from_person_id = any(${ids}::uuid[]) and to_person_id = any(${ids}::uuid[])
    order by recorded_at, id`.execute(scope.db)
  return rows
}

/**
 * The family of a child whoever may see it, for placing somebody in it: what is there already is not written twice. Nothing of it is shown.
 *
 * Brothers and sisters are those whom the child's own file calls so.
 */
export async function selectStandingFamily(scope: Scope, childId: string): Promise<StandingFamily> {
  const { serviceId } = scope
  const personId = await findPersonOfChild(scope, childId)
  const siblings = await scope.db
    .selectFrom('relationships')
    .select('personId')
    .where('serviceId', '=', serviceId)
    .where('childId', '=', childId)
    .where('kind', '=', 'sibling')
    .execute()
  const siblingIds = siblings.map(sibling => sibling.personId)
  const { rows } = await sql<KeptLink>`
    with recursive reached (person_id, steps) as (
      select unnest(${[personId, ...siblingIds]}::uuid[]), 0
      union
      select other.id, reached.steps + 1
      from reached
      join family_links l on l.service_id = ${serviceId} and l.withdrawn_on is null
        and (l.from_person_id = reached.person_id or l.to_person_id = reached.person_id)
      cross join lateral (select case when l.from_person_id = reached.person_id
        then l.to_person_id else l.from_person_id end as id) other
      where reached.steps < ${mostSteps}
    )
    select id, from_person_id, to_person_id, kind, nature, started_on, ended_on
    from family_links
    where service_id = ${serviceId} and withdrawn_on is null
      and from_person_id in (select person_id from reached) and to_person_id in (select person_id from reached)`.execute(
    scope.db,
  )
  return { childId: personId, siblingIds, ...linksOf(rows) }
}

/** Writes links between people; one that somebody else wrote at the same moment is not written twice. The caller has asked the domain whether they can be; the audit is the caller's too. */
export async function insertLinks(scope: Scope, { parents, partners }: NewLinks): Promise<void> {
  const { serviceId, staffId: recordedBy } = scope
  const rows = [
    ...parents.map(({ parentId, childId, nature }) => ({
      ...{ serviceId, recordedBy, kind: 'parent', nature },
      fromPersonId: parentId,
      toPersonId: childId,
    })),
    ...partners.map(({ a, b, status, from, to }) => ({
      ...{ serviceId, recordedBy, kind: 'partner', nature: status },
      fromPersonId: a,
      toPersonId: b,
      startedOn: from,
      endedOn: to,
    })),
  ]
  for (const row of rows) {
    await scope.db
      .insertInto('familyLinks')
      .values(row)
      .onConflict(conflict => conflict.doNothing())
      .execute()
  }
}

/**
 * Gives the links of a person to the one who they turned out to be, where nobody is around any child as the first any more. The first
 * person's links are withdrawn; both stay in the database.
 */
export async function movePersonLinks(
  scope: Scope,
  { from, to, on }: { readonly from: string; readonly to: string; readonly on: PlainDate },
): Promise<void> {
  const { serviceId } = scope
  const isThere = await scope.db
    .selectFrom('relationships')
    .select('id')
    .where('serviceId', '=', serviceId)
    .where('personId', '=', from)
    .executeTakeFirst()
  if (isThere !== undefined) return
  await sql`
    insert into family_links (service_id, from_person_id, to_person_id, kind, nature, started_on, ended_on, recorded_by)
    select service_id, case from_person_id when ${from}::uuid then ${to}::uuid else from_person_id end,
      case to_person_id when ${from}::uuid then ${to}::uuid else to_person_id end,
      kind, nature, started_on, ended_on, ${scope.staffId}::uuid
    from family_links
    where service_id = ${serviceId} and withdrawn_on is null
      and (from_person_id = ${from} or to_person_id = ${from})
      and ${to}::uuid not in (from_person_id, to_person_id)
    on conflict do nothing`.execute(scope.db)
  await sql`
    update family_links set withdrawn_on = ${on}
    where service_id = ${serviceId} and withdrawn_on is null
      and (from_person_id = ${from} or to_person_id = ${from})`.execute(scope.db)
}

/** Ends, on a day, the foster link between a carer and a child. Both are given as people. */
export async function endFostering(
  scope: Scope,
  {
    carerId,
    personId,
    endedOn,
  }: { readonly carerId: string; readonly personId: string; readonly endedOn: PlainDate },
): Promise<void> {
  await scope.db
    .updateTable('familyLinks')
    .set({ endedOn })
    .where('serviceId', '=', scope.serviceId)
    .where('fromPersonId', '=', carerId)
    .where('toPersonId', '=', personId)
    .where('nature', '=', 'foster')
    .where('endedOn', 'is', null)
    .where('withdrawnOn', 'is', null)
    .execute()
}

/** Takes back a link that was recorded by mistake. It stays in the database, and in no family. */
export async function withdrawLink(
  scope: Scope,
  linkId: string,
  withdrawnOn: PlainDate,
): Promise<void> {
  await scope.db
    .updateTable('familyLinks')
    .set({ withdrawnOn })
    .where('serviceId', '=', scope.serviceId)
    .where('id', '=', linkId)
    .execute()
}

function parentLink({ fromPersonId, toPersonId, nature }: KeptLink): ParentLink {
  return { parentId: fromPersonId, childId: toPersonId, nature: nature as ParentNature }
}

function partnerLink({
  fromPersonId,
  toPersonId,
  nature,
  startedOn,
  endedOn,
}: KeptLink): PartnerLink {
  const status = nature as PartnerStatus
  return { a: fromPersonId, b: toPersonId, status, from: startedOn, to: endedOn }
}
