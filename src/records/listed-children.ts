import { sql, type RawBuilder } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'

/** A child in a list: enough to know whom one means. */
export interface ListedChild {
  readonly id: string
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
  readonly bornOn: PlainDate
  /** Who leads the work with the child now, and their team. */
  readonly worker: string | null
  readonly team: string | null
}

/** The columns of a `ListedChild`: from the table that stands as `c`, and with `leadOf` joined. */
export const listedColumns = sql`c.id, c.given_name, c.family_name, c.known_as, c.born_on,
  lead.worker, lead.team`

/** Who leads the work with the child that stands as `c`, to be joined; of nobody where `when` does not hold. */
export function leadOf(serviceId: string, when = sql`true`): RawBuilder<unknown> {
  return sql`left join lateral (
    select s.name as worker, t.name as team
    from allocations a
    join staff s on s.service_id = a.service_id and s.id = a.staff_id
    left join teams t on t.service_id = s.service_id and t.id = s.team_id
    where ${when} and a.service_id = ${serviceId} and a.child_id = c.id and a.role = 'lead' and a.ended_on is null
    order by a.started_on desc, a.id limit 1) as lead on true`
}
