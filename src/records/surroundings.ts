import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { isLookedAfter, professionalKinds } from '#domain/vocabulary/children.ts'
import { NotFound } from '#platform/http/errors.ts'
import type { Scope } from './scope.ts'

/** Who is around a child on a day. */
export interface Surroundings {
  readonly isLookedAfter: boolean
  /** How many professionals are active with the child. */
  readonly professionals: number
}

/**
 * Whether a child is looked after on a day, and how many professionals are around them.
 *
 * @throws NotFound when there is no such child
 */
export async function findSurroundings(
  scope: Scope,
  childId: string,
  on: Temporal.PlainDate,
): Promise<Surroundings> {
  const { rows } = await sql<{ careStatuses: string[]; professionals: number }>`
    select
      array(
        select s.value from circumstances s
        where s.service_id = c.service_id and s.child_id = c.id and s.kind = 'care-status' and s.withdrawn_on is null
          and s.started_on <= ${on} and (s.ended_on is null or s.ended_on > ${on})) as care_statuses,
      (select count(*)::int from relationships p
        where p.service_id = c.service_id and p.child_id = c.id and p.kind = any(${professionalKinds})
          and (p.started_on is null or p.started_on <= ${on})
          and (p.ended_on is null or p.ended_on > ${on})) as professionals
    from children c
    where c.service_id = ${scope.serviceId} and c.id = ${childId}`.execute(scope.db)
  const [child] = rows
  if (child === undefined) throw new NotFound()
  return {
    isLookedAfter: child.careStatuses.some(isLookedAfter),
    professionals: child.professionals,
  }
}
