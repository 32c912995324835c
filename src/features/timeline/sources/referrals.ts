import { sql } from 'kysely'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { referralKinds } from '#domain/vocabulary/work.ts'
import { referralUrl } from '../../referrals/urls.ts'
import { columns } from '../columns.ts'
import type { TimelineSource } from '../source.ts'

const picked = columns({
  id: 'r.id',
  on: 't.day',
  part: 't.part',
  code: 'r.kind',
  more: 'r.referred_by',
  words: `case t.part when 'received' then r.what_happened else r.closed_because end`,
  staff: 'r.recorded_by',
  at: `case t.part when 'received' then r.recorded_at end`,
  referral: 'r.id',
  significant: `t.part = 'received'`,
})

export const referrals: TimelineSource = {
  kind: 'referral',
  name: 'Referrals',
  label: 'Referral',
  permission: 'referral.open',
  select: ({ serviceId, childId }) => sql`select ${picked} from referrals r
    cross join lateral (values (r.received_on, 'received'), (r.closed_on, 'closed')) t (day, part)
    where r.service_id = ${serviceId} and r.child_id = ${childId}`,
  line: ({ code, more, words, part }) => ({
    what:
      part === 'received'
        ? `${nameOf(referralKinds, code ?? '')}, from ${more ?? 'nobody named'}`
        : 'Closed',
    said: words,
  }),
  url: (childId, { id }) => referralUrl(childId, id),
}
