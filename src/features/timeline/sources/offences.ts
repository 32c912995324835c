import { sql } from 'kysely'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { offenceGroups } from '#domain/vocabulary/work.ts'
import { referralUrl } from '../../referrals/urls.ts'
import { columns } from '../columns.ts'
import { lower } from '../lower.ts'
import type { TimelineSource } from '../source.ts'

const picked = columns({
  id: 'id',
  on: 'occurred_on',
  part: `'occurred'`,
  code: 'offence_group',
  more: 'title',
  at: 'recorded_at',
  referral: 'referral_id',
  significant: 'true',
})

export const offences: TimelineSource = {
  kind: 'offence',
  name: 'Offences',
  label: 'Offence',
  permission: 'referral.open',
  select: ({ serviceId, childId }) =>
    sql`select ${picked} from offences where service_id = ${serviceId} and child_id = ${childId}`,
  line: ({ code, more }) => ({
    what: `${more ?? ''} (${lower(nameOf(offenceGroups, code ?? ''))})`,
    said: null,
  }),
  url: (childId, { referralId }) => (referralId === null ? null : referralUrl(childId, referralId)),
}
