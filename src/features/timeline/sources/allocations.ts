import { sql } from 'kysely'
import { interventionUrl } from '../../interventions/urls.ts'
import { columns } from '../columns.ts'
import type { TimelineSource } from '../source.ts'

const picked = columns({
  id: 'a.id',
  on: 'a.started_on',
  part: `'started'`,
  code: 'a.role',
  more: 's.name',
  words: 'a.reason',
  staff: 'a.recorded_by',
  at: 'a.recorded_at',
  referral: 'a.referral_id',
  intervention: 'a.intervention_id',
})

export const allocations: TimelineSource = {
  kind: 'allocation',
  name: 'Changes of worker',
  label: 'Worker',
  permission: 'intervention.open',
  select: ({ serviceId, childId }) => sql`select ${picked} from allocations a
    join staff s on s.service_id = a.service_id and s.id = a.staff_id
    where a.service_id = ${serviceId} and a.child_id = ${childId}`,
  line: ({ code, more, words, referralId }) => {
    const role = code === 'second' ? 'second worker' : 'worker'
    const what =
      referralId === null ? `${more ?? ''} became ${role}` : `${more ?? ''} took the referral`
    return { what, said: words }
  },
  url: (childId, { interventionId }) =>
    interventionId === null ? null : interventionUrl(childId, interventionId),
}
