import { sql } from 'kysely'
import { relationshipKinds } from '#domain/vocabulary/children.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { columns } from '../columns.ts'
import { lower } from '../lower.ts'
import type { TimelineSource } from '../source.ts'

const picked = columns({
  id: 'r.id',
  on: 't.day',
  part: 't.part',
  code: 'r.kind',
  more: "concat_ws(' ', coalesce(p.known_as, p.given_name), p.family_name)",
  otherChild: 'k.id',
})

/** People who came into the child's life or left it. Of another child who is known here, only the name on the row. */
export const people: TimelineSource = {
  kind: 'person',
  name: 'People around the child',
  label: 'People',
  permission: 'child.open',
  select: ({ serviceId, childId }) => sql`select ${picked} from relationships r
    join people p on p.service_id = r.service_id and p.id = r.person_id
    left join children k on k.service_id = p.service_id and k.person_id = p.id
    cross join lateral (values (r.started_on, 'started'), (r.ended_on, 'ended')) t (day, part)
    where r.service_id = ${serviceId} and r.child_id = ${childId}`,
  line: ({ code, more, part }) => {
    const who = nameOf(relationshipKinds, code ?? '')
    const then = part === 'started' ? 'is around' : 'is no longer around'
    return {
      what: `${more ?? ''} (${lower(who)}) ${then}`,
      whatUnnamed: `${who} ${then}`,
      said: null,
    }
  },
  url: () => null,
}
