import { sql } from 'kysely'
import type { Relationship } from '#records/relationships.ts'
import type { Scope } from '#records/scope.ts'
import { isVisibleTo, type Viewer } from '#records/visible-children.ts'

/** Makes two people who change the same person at once, from whichever files, come one after the other. */
export async function lockPersonOf(scope: Scope, relationshipId: string): Promise<void> {
  await sql`
    select from people p
    where p.service_id = ${scope.serviceId} and p.id = (
      select person_id from relationships where service_id = ${scope.serviceId} and id = ${relationshipId})
    for update`.execute(scope.db)
}

/** Names of other children in whose files this person is, of those whom the viewer may open. Of the rest nothing is said. */
export async function selectOtherFiles(
  scope: Scope,
  viewer: Viewer,
  { childId, personId }: Pick<Relationship, 'childId' | 'personId'>,
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct coalesce(c.known_as, c.given_name) || ' ' || c.family_name as name
    from relationships r
    join children c on c.service_id = r.service_id and c.id = r.child_id
    where r.service_id = ${scope.serviceId} and r.person_id = ${personId} and c.id <> ${childId}
      and ${isVisibleTo(scope, viewer, sql.ref('c.id'))}
    order by name`.execute(scope.db)
  return rows.map(({ name }) => name)
}

/** Who of our own service works with the child now. */
export async function selectOwnWorkers(scope: Scope, viewer: Viewer, childId: string) {
  const { rows } = await sql<{ name: string; jobTitle: string; isLead: boolean }>`
    select s.name, s.job_title, bool_or(a.role = 'lead') as is_lead
    from allocations a
    join staff s on s.service_id = a.service_id and s.id = a.staff_id
    where a.service_id = ${scope.serviceId} and a.child_id = ${childId}
      and a.started_on <= ${viewer.today} and (a.ended_on is null or a.ended_on > ${viewer.today})
    group by s.name, s.job_title
    order by is_lead desc, s.name`.execute(scope.db)
  return rows
}
