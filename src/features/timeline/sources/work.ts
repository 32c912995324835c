import { sql } from 'kysely'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { interventionKinds, interventionResults } from '#domain/vocabulary/work.ts'
import { interventionUrl } from '../../interventions/urls.ts'
import { columns } from '../columns.ts'
import { lower } from '../lower.ts'
import type { TimelineSource } from '../source.ts'

const picked = columns({
  id: 'i.id',
  on: 't.day',
  part: 't.part',
  code: 'i.kind',
  more: 'i.result',
  words: `case t.part when 'ended' then i.achieved end`,
  staff: 'i.recorded_by',
  at: `case t.part when 'started' then i.recorded_at end`,
  referral: 'i.referral_id',
  intervention: 'i.id',
  significant: 'true',
})

export const work: TimelineSource = {
  kind: 'work',
  name: 'Work begun and ended',
  label: 'Work',
  permission: 'intervention.open',
  select: ({ serviceId, childId }) => sql`select ${picked} from interventions i
    cross join lateral (values (i.started_on, 'started'), (i.ended_on, 'ended')) t (day, part)
    where i.service_id = ${serviceId} and i.child_id = ${childId}`,
  line: ({ code, more, words, part }) => {
    const name = nameOf(interventionKinds, code ?? '')
    const result = more === null ? '' : `, ${lower(nameOf(interventionResults, more))}`
    return { what: part === 'started' ? `${name} began` : `${name} ended${result}`, said: words }
  },
  url: (childId, { id }) => interventionUrl(childId, id),
}
