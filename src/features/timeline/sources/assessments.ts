import { sql } from 'kysely'
import { assessmentUrl } from '../../assessments/urls.ts'
import { columns } from '../columns.ts'
import type { TimelineSource } from '../source.ts'

const picked = columns({
  id: 'a.id',
  on: 't.day',
  part: 't.part',
  code: `case when a.review_of is null then 'first' else 'review' end`,
  words: `case t.part when 'countersigned' then a.countersign_note end`,
  staff: `case t.part when 'countersigned' then a.countersigned_by else a.author_id end`,
  referral: 'a.referral_id',
  intervention: 'a.intervention_id',
  significant: `t.part = 'completed'`,
})

const words: Readonly<Record<string, string>> = {
  started: 'begun',
  completed: 'completed',
  countersigned: 'countersigned',
}

export const assessments: TimelineSource = {
  kind: 'assessment',
  name: 'Assessments',
  label: 'Assessment',
  permission: 'assessment.open',
  select: ({ serviceId, childId }) => sql`select ${picked} from assessments a
    cross join lateral (values (a.started_on, 'started'), (a.completed_on, 'completed'),
      (a.countersigned_on, 'countersigned')) t (day, part)
    where a.service_id = ${serviceId} and a.child_id = ${childId}`,
  line: row => ({
    what: `${row.code === 'review' ? 'Review' : 'Assessment'} ${words[row.part] ?? ''}`,
    said: row.words,
  }),
  url: (childId, { id }) => assessmentUrl(childId, id),
}
