import { sql } from 'kysely'
import { referralUrl } from '../../referrals/urls.ts'
import { columns } from '../columns.ts'
import type { TimelineSource } from '../source.ts'

const picked = columns({
  id: 'x.id',
  on: 'x.explained_on',
  part: `'explained'`,
  words: 'x.child_words',
  staff: 'x.explained_by',
  at: 'x.recorded_at',
  referral: 'x.referral_id',
})

export const explanations: TimelineSource = {
  kind: 'explanation',
  name: 'Decisions explained',
  label: 'Decision',
  permission: 'referral.open',
  select: ({ serviceId, childId }) => sql`select ${picked} from referrals r
    join explanations x on x.service_id = r.service_id and x.referral_id = r.id
    where r.service_id = ${serviceId} and r.child_id = ${childId}`,
  line: ({ words }) => ({ what: 'Explained to the child', said: words }),
  url: (childId, { referralId }) => referralUrl(childId, referralId ?? ''),
}
