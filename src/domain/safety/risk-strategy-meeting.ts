import { isAfter, isOnOrAfter, plainDate } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { excusedBy } from '../rules/agreements.ts'
import type { AssessmentFact, CaseFacts, EventFact } from '../rules/case-facts.ts'
import { eventsOf } from '../rules/case-facts.ts'
import { deadline, type TimeLimit } from '../rules/deadline.ts'
import type { Asked } from '../rules/policy.ts'
import type { DutyDecision, DutyRule } from '../rules/rule.ts'
import { topicsOf } from '../vocabulary/events.ts'
import { judgementLevels } from '../vocabulary/work.ts'

const meetWithin: TimeLimit = {
  name: 'Time to hold a risk strategy meeting',
  unit: 'working days',
  values: [{ from: plainDate('2017-01-01'), value: 10 }],
  least: 1,
  most: 20,
}

/**
 * OM-5.2-rsm: where a child may seriously hurt somebody, everybody involved meets, or says which other meeting covers it, and sets the day
 * on which it is looked at again.
 *
 * @source OM section 5.2
 * @interpretation It is owed from the assessment that first judged the risk high or very high, for as long as later ones do: a review that
 * says the same asks for no second meeting. A meeting counts from the day on which that assessment was begun. A manager records that
 * everybody agreed to stand it down as an agreement about that assessment.
 */
export const riskStrategyMeeting: DutyRule<CaseFacts> = {
  id: 'OM-5.2-rsm',
  kind: 'duty',
  owedBy: 'manager',
  title: 'Hold a risk strategy meeting, or say which other meeting covers it',
  why: 'When somebody could be badly hurt, no one agency sees the whole picture. Sitting down together keeps the child and other people safe.',
  citation: { source: 'OM', section: '5.2' },
  parameters: { meetWithin },
  exception: {
    by: 'manager',
    what: 'Stand the risk strategy meeting down: everybody agrees that plans are in place',
    untilQuestion: null,
    childAgrees: false,
  },
  decide: (facts, asOf, policy) => {
    const judged = firstJudgedHigh(facts.assessments)
    if (judged === null) return []
    return [{ subjectId: judged.assessment.id, ...decideMeeting(facts, judged, { asOf, policy }) }]
  },
}

interface JudgedHigh {
  readonly assessment: AssessmentFact
  readonly completedOn: PlainDate
  readonly level: 'high' | 'very-high'
}

/** The assessment with which the present run of high judgements began; null where the latest one judges lower. */
function firstJudgedHigh(assessments: readonly AssessmentFact[]): JudgedHigh | null {
  let first: JudgedHigh | null = null
  for (const assessment of assessments) {
    const { completedOn } = assessment
    if (completedOn === null) continue
    const level = assessment.judgements.find(({ kind }) => kind === 'risk-of-serious-harm')?.level
    const isHigh = level === 'high' || level === 'very-high'
    first = isHigh ? (first ?? { assessment, completedOn, level }) : null
  }
  return first
}

function decideMeeting(
  facts: CaseFacts,
  { assessment, completedOn, level }: JudgedHigh,
  asked: Asked,
): Omit<DutyDecision, 'subjectId'> {
  const { dueOn, limit } = deadline(meetWithin, completedOn, asked)
  const head = { dueOn, dueWords: `${limit} after the risk was judged ${levelName(level)}` }
  const judged = { text: `Risk to others was judged ${levelName(level)}`, on: completedOn }
  const meeting = meetingsSince(facts, assessment).find(({ reviewOn }) => reviewOn !== null)
  if (meeting !== undefined) {
    const met = [
      { text: topicsOf(meeting.kind)[meeting.topic ?? ''] ?? 'Meeting held', on: meeting.on },
      { text: 'It is looked at again', on: meeting.reviewOn ?? meeting.on },
    ]
    return { ...head, state: 'met', because: [judged, ...met] }
  }
  const excuse = excusedBy(facts, 'OM-5.2-rsm', assessment.id, asked.asOf)
  if (excuse !== null) return { ...head, state: 'excused', because: [judged, excuse] }
  const state = isAfter(asked.asOf, dueOn) ? 'overdue' : 'open'
  const missing = { text: 'No meeting is recorded with the day of its review' }
  return { ...head, state, because: [judged, missing] }
}

function meetingsSince(facts: CaseFacts, { startedOn }: AssessmentFact): EventFact[] {
  return eventsOf(facts, 'risk-strategy-meeting').filter(({ on }) => isOnOrAfter(on, startedOn))
}

function levelName(level: JudgedHigh['level']): string {
  return judgementLevels[level].toLowerCase()
}
