import { isAfter, plainDate } from '../calendar/plain-date.ts'
import { answersTo } from '../events/answers-to.ts'
import type { CaseFacts, EventFact } from '../rules/case-facts.ts'
import { eventsOf } from '../rules/case-facts.ts'
import { deadline, type TimeLimit } from '../rules/deadline.ts'
import type { Asked } from '../rules/policy.ts'
import type { DutyDecision, DutyRule } from '../rules/rule.ts'

const notifyWithin: TimeLimit = {
  name: 'Time to notify the Youth Justice Board of a serious incident',
  unit: 'working days',
  values: [{ from: plainDate('2022-04-01'), value: 1 }],
  least: 1,
  most: 3,
}

/**
 * DP-serious-incident: the Youth Justice Board is told at once, and the management board learns from what happened.
 *
 * @source DP "Serious incidents"; the criteria are the Youth Justice Board's own
 * @interpretation Recording a serious incident says that it meets the criteria. The sources set no day for the learning review, so it stays
 * open until it has gone to the board and is never overdue.
 */
export const seriousIncident: DutyRule<CaseFacts> = {
  id: 'DP-serious-incident',
  kind: 'duty',
  owedBy: 'manager',
  title: 'Notify the Youth Justice Board of the incident, then take what we learn to the board',
  why: 'When a child dies, is badly hurt or badly hurts somebody, those who can change things have to know, and we have to ask what we could have done.',
  citation: { source: 'DP', section: 'serious incidents' },
  parameters: { notifyWithin },
  decide: (facts, asOf, policy) =>
    eventsOf(facts, 'serious-incident').map(incident => ({
      subjectId: incident.id,
      ...decideIncident(facts, incident, { asOf, policy }),
    })),
}

function decideIncident(
  { events }: CaseFacts,
  incident: EventFact,
  asked: Asked,
): Omit<DutyDecision, 'subjectId'> {
  const { dueOn, limit } = deadline(notifyWithin, incident.on, asked)
  const dueWords = `${limit} after the incident`
  const happened = { text: 'The incident happened', on: incident.on }
  const notification = answersTo(events, 'yjb-notification', incident)[0]
  const review = answersTo(events, 'learning-review', incident)[0]
  if (notification === undefined) {
    const state = isAfter(asked.asOf, dueOn) ? 'overdue' : 'open'
    const missing = { text: 'The Youth Justice Board is not notified yet' }
    return { state, dueOn, dueWords, because: [happened, missing] }
  }
  const because = [happened, { text: 'The Youth Justice Board was notified', on: notification.on }]
  if (review === undefined) {
    const until = 'once the learning review has gone to the board'
    return { state: 'open', dueOn: null, dueWords: until, because }
  }
  const learned = { text: 'The learning review went to the board', on: review.on }
  return { state: 'met', dueOn, dueWords, because: [...because, learned] }
}
