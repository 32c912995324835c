import { sql } from 'kysely'
import { panelUrl } from '../../panels/urls.ts'
import { columns } from '../columns.ts'
import type { TimelineSource } from '../source.ts'

const picked = columns({
  id: 'l.id',
  on: 'p.held_on',
  part: `'held'`,
  code: 'p.id',
  more: 'p.place',
  at: 'l.recorded_at',
  referral: 'r.id',
})

export const panels: TimelineSource = {
  kind: 'panel',
  name: 'Panels',
  label: 'Panel',
  permission: 'panel.open',
  select: ({ serviceId, childId }) => sql`select ${picked} from referrals r
    join panel_listings l on l.service_id = r.service_id and l.referral_id = r.id and l.withdrawn_on is null
    join panels p on p.service_id = l.service_id and p.id = l.panel_id
    where r.service_id = ${serviceId} and r.child_id = ${childId}`,
  line: ({ more }) => ({ what: `Youth justice panel at ${more ?? ''}`, said: null }),
  url: (_childId, { code }) => (code === null ? null : panelUrl(code)),
}
