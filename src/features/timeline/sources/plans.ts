import { sql } from 'kysely'
import { planUrl } from '../../plans/urls.ts'
import { columns } from '../columns.ts'
import type { TimelineSource } from '../source.ts'

const written = columns({
  id: 'id',
  on: 'written_on',
  part: `'written'`,
  code: 'previous_plan_id',
  staff: 'author_id',
  at: 'recorded_at',
  intervention: 'intervention_id',
  significant: 'true',
})

export const plans: TimelineSource = {
  kind: 'plan',
  name: 'Plans',
  label: 'Plan',
  permission: 'plan.open',
  select: ({ serviceId, childId }) =>
    sql`select ${written} from plans where service_id = ${serviceId} and child_id = ${childId}`,
  line: ({ code }) => ({ what: code === null ? 'Plan made' : 'Next plan made', said: null }),
  url: (childId, { id }) => planUrl(childId, id),
}

const reviewed = columns({
  id: 'id',
  on: 'reviewed_on',
  part: `'reviewed'`,
  words: 'review_child_view',
  staff: 'author_id',
  intervention: 'intervention_id',
  significant: 'true',
})

export const reviews: TimelineSource = {
  kind: 'review',
  name: 'Reviews of plans',
  label: 'Review',
  permission: 'plan.open',
  select: ({ serviceId, childId }) =>
    sql`select ${reviewed} from plans where service_id = ${serviceId} and child_id = ${childId}`,
  line: ({ words }) => ({ what: 'Plan reviewed', said: words }),
  url: (childId, { id }) => planUrl(childId, id),
}
