import { sql } from 'kysely'
import { findRule } from '#domain/rules/rule-book.ts'
import { ruleUrl } from '../../rules/urls.ts'
import { columns } from '../columns.ts'
import type { TimelineSource } from '../source.ts'

const granted = columns({
  id: 'id',
  on: 'granted_on',
  part: `'granted'`,
  code: 'rule_id',
  words: 'reason',
  staff: 'granted_by',
  at: 'recorded_at',
  referral: 'subject_id',
  intervention: 'subject_id',
})

export const agreements: TimelineSource = {
  kind: 'agreement',
  name: 'Agreements under a rule',
  label: 'Agreement',
  permission: 'event.open',
  select: ({ serviceId, childId }) =>
    sql`select ${granted} from rule_agreements where service_id = ${serviceId} and child_id = ${childId}`,
  line: ({ code, words }) => ({ what: `Agreed: ${titleOf(code)}`, said: words }),
  url: (_childId, { code }) => (code === null ? null : ruleUrl(code)),
}

const asked = columns({
  id: 'q.id',
  on: 't.day',
  part: 't.part',
  code: 'q.rule_id',
  words: `case t.part when 'asked' then q.why else q.declined_because end`,
  staff: `case t.part when 'asked' then q.asked_by else q.answered_by end`,
  at: `case t.part when 'asked' then q.recorded_at end`,
  referral: 'q.subject_id',
  intervention: 'q.subject_id',
})

/** What was asked for, and what was declined; what was agreed to stands there as the agreement. */
export const requests: TimelineSource = {
  kind: 'request',
  name: 'Agreements asked for',
  label: 'Request',
  permission: 'event.open',
  select: ({ serviceId, childId }) => sql`select ${asked} from agreement_requests q
    cross join lateral (values (q.asked_on, 'asked'),
      (case when q.agreement_id is null then q.answered_on end, 'declined')) t (day, part)
    where q.service_id = ${serviceId} and q.child_id = ${childId}`,
  line: ({ code, words, part }) => ({
    what: `${part === 'asked' ? 'Asked for an agreement' : 'Not agreed'}: ${titleOf(code)}`,
    said: words,
  }),
  url: (_childId, { code }) => (code === null ? null : ruleUrl(code)),
}

function titleOf(ruleId: string | null): string {
  return findRule(ruleId ?? '')?.title ?? ruleId ?? ''
}
