import { sql } from 'kysely'
import { spellTitle } from '#domain/circumstances/describe-spell.ts'
import { circumstanceKinds, type CircumstanceKind } from '#domain/vocabulary/children.ts'
import { circumstanceUrl } from '../../circumstances/urls.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { columns } from '../columns.ts'
import { lower } from '../lower.ts'
import type { TimelineSource } from '../source.ts'

const picked = columns({
  id: 'c.id',
  on: 't.day',
  part: 't.part',
  code: 'c.kind',
  more: 'c.value',
  words: `case t.part when 'started' then c.detail end`,
  staff: 'c.recorded_by',
  at: `case t.part when 'started' then c.recorded_at end`,
  significant: `c.kind in ('address', 'care-status')`,
})

/** Spells of the child's life: that one ended is said where it ended, beside what followed. */
export const circumstances: TimelineSource = {
  kind: 'circumstance',
  name: 'Changes in their life',
  label: 'Life',
  permission: 'circumstance.open',
  select: ({ serviceId, childId }) => sql`select ${picked} from circumstances c
    cross join lateral (values (c.started_on, 'started'), (c.ended_on, 'ended')) t (day, part)
    where c.service_id = ${serviceId} and c.child_id = ${childId} and c.withdrawn_on is null`,
  line: ({ code, more, words, part }) => {
    const name = nameOf(circumstanceKinds, code ?? '')
    const value = titleOf(code, more ?? '')
    return part === 'started'
      ? { what: `${name}: ${value}`, said: words }
      : { what: `Ended, ${lower(name)}: ${value}`, said: null }
  },
  url: (childId, { id }) => circumstanceUrl(childId, id),
}

function titleOf(kind: string | null, value: string): string {
  const known = Object.keys(circumstanceKinds).find(one => one === kind)
  return known === undefined ? value : spellTitle({ kind: known as CircumstanceKind, value })
}
