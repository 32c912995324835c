import { plainDate } from '../calendar/plain-date.ts'
import { answersTo } from '../events/answers-to.ts'
import type { CaseFacts, EventFact } from '../rules/case-facts.ts'
import { eventsOf } from '../rules/case-facts.ts'
import { deadline, type TimeLimit } from '../rules/deadline.ts'
import { dutyStanding } from '../rules/duty-standing.ts'
import type { Asked } from '../rules/policy.ts'
import type { DutyDecision, DutyRule } from '../rules/rule.ts'
import { eventKinds } from '../vocabulary/events.ts'

const tellWithin: TimeLimit = {
  name: 'Time to tell manager, head of service and police once such an order is considered',
  unit: 'working days',
  values: [{ from: plainDate('2017-01-01'), value: 1 }],
  least: 1,
  most: 5,
}

const wanted = ['manager-discussion', 'head-of-service-told', 'police-told'] as const

/**
 * OM-14-cbo: a criminal behaviour order or a civil injunction is never considered behind the service's back.
 *
 * @source OM section 14
 * @interpretation Three records meet it: it was talked about with a manager, the head of service was told, and the police have our view.
 */
export const civilOrder: DutyRule<CaseFacts> = {
  id: 'OM-14-cbo',
  kind: 'duty',
  owedBy: 'case-manager',
  title: 'Tell your manager and the head of service, and give the police our view of the order',
  why: 'Breaking such an order is a crime of its own. What it asks for can nearly always be done in the work the child has already.',
  citation: { source: 'OM', section: '14' },
  parameters: { tellWithin },
  decide: (facts, asOf, policy) =>
    eventsOf(facts, 'court-order-considered').map(considered =>
      decideTold(facts, considered, { asOf, policy }),
    ),
}

function decideTold(facts: CaseFacts, considered: EventFact, asked: Asked): DutyDecision {
  const { dueOn, limit } = deadline(tellWithin, considered.on, asked)
  const done = wanted.flatMap(kind => answersTo(facts.events, kind, considered).slice(0, 1))
  const there = new Set<string>(done.map(({ kind }) => kind))
  const missing = wanted.filter(kind => !there.has(kind)).map(kind => eventKinds[kind].name)
  const because = [
    { text: 'An order or injunction is considered', on: considered.on },
    ...done.map(({ kind, on }) => ({ text: eventKinds[kind].name, on })),
  ]
  const dueWords = `${limit} after it was considered`
  return dutyStanding({ subjectId: considered.id, dueOn, dueWords, because, missing }, asked.asOf)
}
