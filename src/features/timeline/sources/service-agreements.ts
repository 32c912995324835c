import { sql } from 'kysely'
import { serviceAgreementUrl } from '../../interventions/urls.ts'
import { columns } from '../columns.ts'
import type { TimelineSource } from '../source.ts'

const picked = columns({
  id: 'id',
  on: 'made_on',
  part: `'made'`,
  words: 'what_we_promise',
  staff: 'recorded_by',
  at: 'recorded_at',
})

export const serviceAgreements: TimelineSource = {
  kind: 'service-agreement',
  name: 'Service agreements',
  label: 'Agreement',
  permission: 'contact.open',
  select: ({ serviceId, childId }) =>
    sql`select ${picked} from service_agreements where service_id = ${serviceId} and child_id = ${childId}`,
  line: ({ words }) => ({ what: 'Service agreement made', said: words }),
  url: (childId, { id }) => serviceAgreementUrl(childId, id),
}
