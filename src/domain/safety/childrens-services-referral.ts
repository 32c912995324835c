import { isAfter, plainDate } from '../calendar/plain-date.ts'
import { answersTo } from '../events/answers-to.ts'
import type { CaseFacts, EventFact } from '../rules/case-facts.ts'
import { eventsOf } from '../rules/case-facts.ts'
import { deadline, type TimeLimit } from '../rules/deadline.ts'
import type { Asked } from '../rules/policy.ts'
import type { DutyDecision, DutyRule, Reason } from '../rules/rule.ts'
import { topicsOf } from '../vocabulary/events.ts'

const answerWithin: TimeLimit = {
  name: 'Time in which children’s services are expected to answer',
  unit: 'hours',
  values: [{ from: plainDate('2017-01-01'), value: 24 }],
  least: 24,
  most: 72,
}

/**
 * OM-9.4-referral: a referral to children's services was agreed with a manager, and its answer is chased.
 *
 * @source OM section 9.4
 * @interpretation Days are civil days, so 24 hours end with the next day, weekends included: a child is not safer on a Saturday. The talk
 * with a manager is one about the referral, about the concern that led to it, or about the case since.
 */
export const childrensServicesReferral: DutyRule<CaseFacts> = {
  id: 'OM-9.4-referral',
  kind: 'duty',
  owedBy: 'case-manager',
  title: 'Get an answer from children’s services, and a manager’s word on the referral',
  why: 'A referral that nobody answers helps no child. Asking again is part of making it, and a manager stands behind it from the start.',
  citation: { source: 'OM', section: '9.4' },
  parameters: { answerWithin },
  decide: (facts, asOf, policy) =>
    eventsOf(facts, 'childrens-services-referral').map(referral => ({
      subjectId: referral.id,
      ...decideAnswer(facts, referral, { asOf, policy }),
    })),
}

function decideAnswer(
  { events }: CaseFacts,
  referral: EventFact,
  asked: Asked,
): Omit<DutyDecision, 'subjectId'> {
  const { dueOn, limit } = deadline(answerWithin, referral.on, asked)
  const head = { dueOn, dueWords: `${limit} after the referral` }
  const talk = talkAbout(events, referral)
  const answer = answersTo(events, 'childrens-services-answer', referral)[0]
  const because: Reason[] = [{ text: 'Referred to children’s services', on: referral.on }]
  const missing: string[] = []
  if (talk === undefined) missing.push('Talk it through with a manager')
  else because.push({ text: 'Talked through with a manager', on: talk.on })
  if (answer === undefined) missing.push('Ask for the answer, and record it')
  else because.push({ text: `They answered: ${answerName(answer)}`, on: answer.on })
  if (missing.length === 0) return { ...head, state: 'met', because }
  const state = isAfter(asked.asOf, dueOn) ? 'overdue' : 'open'
  return { ...head, state, because: [...because, ...missing.map(text => ({ text }))] }
}

function talkAbout(events: readonly EventFact[], referral: EventFact): EventFact | undefined {
  const [direct] = answersTo(events, 'manager-discussion', referral)
  if (direct !== undefined || referral.aboutId === null) return direct
  const { aboutId } = referral
  return events.find(event => event.kind === 'manager-discussion' && event.aboutId === aboutId)
}

function answerName({ kind, topic }: EventFact): string {
  return (topicsOf(kind)[topic ?? ''] ?? 'answered').toLowerCase()
}
