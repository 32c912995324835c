import { sql } from 'kysely'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { outcomeKinds } from '#domain/vocabulary/outcomes.ts'
import { outcomeUrl } from '../../decisions/urls.ts'
import { columns } from '../columns.ts'
import type { TimelineSource } from '../source.ts'

const picked = columns({
  id: 'o.id',
  on: 'o.decided_on',
  part: `'decided'`,
  code: 'o.kind',
  more: 'n.name',
  words: 'o.rationale',
  staff: 'o.decided_by_service',
  at: 'o.recorded_at',
  referral: 'o.referral_id',
  significant: 'true',
})

export const decisions: TimelineSource = {
  kind: 'decision',
  name: 'Decisions',
  label: 'Decision',
  permission: 'referral.open',
  select: ({ serviceId, childId }) => sql`select ${picked} from outcomes o
    left join outcome_names n on n.service_id = o.service_id and n.id = o.local_name
    where o.service_id = ${serviceId} and o.child_id = ${childId}`,
  line: ({ code, more, words }) => ({
    what: more ?? nameOf(outcomeKinds, code ?? ''),
    said: words,
  }),
  url: (childId, { id }) => outcomeUrl(childId, id),
}
