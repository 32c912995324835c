import { isAfter, isOnOrBefore, latest, plainDate } from '../calendar/plain-date.ts'
import { answersTo } from '../events/answers-to.ts'
import type { EventDraft } from '../events/event-draft.ts'
import type { CaseFacts, EventFact } from '../rules/case-facts.ts'
import { eventsOf } from '../rules/case-facts.ts'
import { deadline, type TimeLimit } from '../rules/deadline.ts'
import type { Asked } from '../rules/policy.ts'
import type { DutyDecision, DutyRule, Owner } from '../rules/rule.ts'
import { escalationStages, topicsOf } from '../vocabulary/events.ts'

type Stage = keyof typeof escalationStages

const stages = Object.keys(escalationStages) as Stage[]

/** Who speaks for us at each stage. @source OM section 9.5 */
const speakers: Readonly<Record<Stage, Owner>> = {
  'worker-to-worker': 'case-manager',
  'worker-to-team-manager': 'case-manager',
  'team-manager-to-service-manager': 'manager',
  'team-manager-to-head-of-localities': 'manager',
  'head-to-head': 'head-of-service',
  'head-to-board': 'head-of-service',
}

const stageWithin: TimeLimit = {
  name: 'Time for each stage of a disagreement',
  unit: 'working days',
  values: [{ from: plainDate('2017-01-01'), value: 2 }],
  least: 1,
  most: 5,
}

/**
 * OM-9.5-escalate: a disputed answer of children's services is taken further, six stages, one at a time.
 *
 * @source OM section 9.5 (the stages; the time for each is ours)
 * @interpretation A stage is recorded when it is taken. The next one is owed two working days after it, unless the disagreement is
 * recorded as settled. After the sixth nothing more can be done from here.
 */
export const disputedAnswer: DutyRule<CaseFacts> = {
  id: 'OM-9.5-escalate',
  kind: 'duty',
  owedBy: 'case-manager',
  title: 'Take the disagreement with children’s services to the next stage',
  why: 'When we think a child needs help and another service says no, we do not leave it there. Each stage has its day, so that a child is not left waiting while adults disagree.',
  citation: { source: 'OM', section: '9.5' },
  parameters: { stageWithin },
  decide: (facts, asOf, policy) =>
    eventsOf(facts, 'answer-disputed').map(dispute => ({
      subjectId: dispute.id,
      ...decideStage(facts, dispute, { asOf, policy }),
    })),
}

function decideStage(
  facts: CaseFacts,
  dispute: EventFact,
  asked: Asked,
): Omit<DutyDecision, 'subjectId'> {
  const taken = answersTo(facts.events, 'escalation', dispute)
  const settled = answersTo(facts.events, 'dispute-settled', dispute)[0]
  const last = latest(dispute.on, ...taken.map(({ on }) => on))
  const { dueOn, limit } = deadline(stageWithin, last, asked)
  const because = [
    { text: 'Their answer was disputed', on: dispute.on },
    ...taken.map(({ topic, on }) => ({ text: topicsOf('escalation')[topic ?? ''] ?? 'Stage', on })),
  ]
  if (settled !== undefined) {
    const reasons = [...because, { text: 'The disagreement was settled', on: settled.on }]
    return { state: 'met', dueOn: null, dueWords: 'until it is settled', because: reasons }
  }
  const next = stages.find(stage => taken.every(({ topic }) => topic !== stage))
  if (next === undefined) {
    return { state: 'met', dueOn: null, dueWords: 'until the last stage is taken', because }
  }
  return {
    state: isAfter(asked.asOf, dueOn) ? 'overdue' : 'open',
    dueOn,
    dueWords: `${limit} after ${taken.length === 0 ? 'the disagreement began' : 'the stage before'}`,
    because: [...because, { text: `Next: ${lowerFirst(escalationStages[next])}` }],
    owedBy: speakers[next],
  }
}

/** The earliest stage that a draft leaves out; null when it leaves out none, or is no stage. */
export function skippedStage(draft: EventDraft, events: readonly EventFact[]): Stage | null {
  if (draft.kind !== 'escalation') return null
  const taken = events.filter(
    ({ kind, aboutId, on }) =>
      kind === 'escalation' && aboutId === draft.aboutId && isOnOrBefore(on, draft.on),
  )
  const earlier = stages.slice(0, Math.max(0, stages.indexOf(draft.topic as Stage)))
  return earlier.find(stage => taken.every(({ topic }) => topic !== stage)) ?? null
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
