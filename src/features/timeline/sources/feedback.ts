import { sql } from 'kysely'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { feedbackVoices } from '#domain/vocabulary/work.ts'
import { interventionUrl } from '../../interventions/urls.ts'
import { columns } from '../columns.ts'
import type { TimelineSource } from '../source.ts'

const picked = columns({
  id: 'id',
  on: 'given_on',
  part: `'given'`,
  code: 'voice',
  words: 'what_helped',
  staff: 'recorded_by',
  intervention: 'intervention_id',
})

export const feedback: TimelineSource = {
  kind: 'feedback',
  name: 'Feedback',
  label: 'Feedback',
  permission: 'intervention.open',
  select: ({ serviceId, childId }) =>
    sql`select ${picked} from feedback where service_id = ${serviceId} and child_id = ${childId}`,
  line: ({ code, words }) => ({
    what: nameOf(feedbackVoices, code ?? ''),
    said: words,
  }),
  url: (childId, { interventionId }) => interventionUrl(childId, interventionId ?? ''),
}
