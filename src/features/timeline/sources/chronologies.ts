import { sql } from 'kysely'
import { chronologyUrl } from '../urls.ts'
import { columns } from '../columns.ts'
import type { TimelineSource } from '../source.ts'

const picked = columns({
  id: 'id',
  on: 'finished_on',
  part: `'finished'`,
  more: 'title',
  staff: 'finished_by',
})

export const chronologies: TimelineSource = {
  kind: 'chronology',
  name: 'Chronologies',
  label: 'Chronology',
  permission: 'chronology.open',
  select: ({ serviceId, childId }) =>
    sql`select ${picked} from chronologies where service_id = ${serviceId} and child_id = ${childId}`,
  line: ({ more }) => ({ what: `Finished: ${more ?? ''}`, said: null }),
  url: (childId, { id }) => chronologyUrl(childId, id),
}
