import { sql } from 'kysely'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { attendances, contactKinds } from '#domain/vocabulary/work.ts'
import { contactUrl } from '../../contacts/urls.ts'
import { columns } from '../columns.ts'
import { lower } from '../lower.ts'
import type { TimelineSource } from '../source.ts'

const picked = columns({
  id: 'id',
  on: 'planned_on',
  part: `'held'`,
  code: 'kind',
  more: 'attendance',
  words: 'note',
  staff: 'staff_id',
  at: 'recorded_at',
  referral: 'referral_id',
  intervention: 'intervention_id',
  significant: `attendance = 'unacceptable-absence'`,
})

export const contacts: TimelineSource = {
  kind: 'contact',
  name: 'Contacts',
  label: 'Contact',
  permission: 'contact.open',
  select: ({ serviceId, childId }) =>
    sql`select ${picked} from contacts where service_id = ${serviceId} and child_id = ${childId}`,
  line: ({ code, more, words }) => ({
    what: `${nameOf(contactKinds, code ?? '')}: ${more === null ? 'not recorded yet' : lower(nameOf(attendances, more))}`,
    said: words,
  }),
  url: (childId, { id }) => contactUrl(childId, id),
}
