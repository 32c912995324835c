import { sql } from 'kysely'
import { eventKinds, type EventKind } from '#domain/vocabulary/events.ts'
import { eventName } from '../../event-name.ts'
import { eventUrl } from '../../events/urls.ts'
import { columns } from '../columns.ts'
import type { TimelineSource } from '../source.ts'

const whatHappened = Object.entries(eventKinds)
  .filter(([, { group }]) => group === 'happened')
  .map(([kind]) => `'${kind}'`)

const picked = columns({
  id: 'id',
  on: 'happened_on',
  part: `case when withdrawn_on is null then 'happened' else 'withdrawn' end`,
  code: 'kind',
  more: 'topic',
  words: 'note',
  staff: 'recorded_by',
  at: 'recorded_at',
  referral: 'referral_id',
  intervention: 'intervention_id',
  significant: `withdrawn_on is null and kind in (${whatHappened.join(', ')})`,
})

/** What was withdrawn stays in sight, and says so. */
export const events: TimelineSource = {
  kind: 'event',
  name: 'What happened and was done',
  label: 'Event',
  permission: 'event.open',
  select: ({ serviceId, childId }) =>
    sql`select ${picked} from case_events where service_id = ${serviceId} and child_id = ${childId}`,
  line: ({ code, more, words, part }) => {
    const name = isEventKind(code) ? eventName(code, more) : 'Event'
    return { what: part === 'withdrawn' ? `${name} (withdrawn)` : name, said: words }
  },
  url: (childId, { id }) => eventUrl(childId, id),
}

function isEventKind(code: string | null): code is EventKind {
  return code !== null && Object.hasOwn(eventKinds, code)
}
