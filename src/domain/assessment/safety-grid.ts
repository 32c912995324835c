import { isAfter } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { excusedBy } from '../rules/agreements.ts'
import {
  eventsOf,
  type AssessmentFact,
  type CaseFacts,
  type EventFact,
} from '../rules/case-facts.ts'
import type { DutyDecision, DutyRule } from '../rules/rule.ts'
import { dueBeforeCompleted } from './before-completed.ts'

/**
 * OM-2.3-grid: the child fills in the Safety and Well-being Grid with the worker while the assessment is written.
 *
 * @source OM section 2.3
 * @interpretation Asked of the latest assessment of the case. For a review it is done afresh: after the assessment before it was
 * completed. The worker records why it is not done; nobody has to agree.
 */
export const safetyGrid: DutyRule<CaseFacts> = {
  id: 'OM-2.3-grid',
  kind: 'duty',
  owedBy: 'case-manager',
  title: 'Do the Safety and Well-being Grid with the child',
  why: 'It is the part of the assessment that the child makes. What worries them, and what they are proud of, is seldom what we would guess.',
  citation: { source: 'OM', section: '2.3' },
  parameters: {},
  exception: {
    by: 'worker',
    what: 'Assess without the Safety and Well-being Grid',
    untilQuestion: null,
    childAgrees: false,
  },
  decide: (facts, asOf) => {
    const assessment = facts.assessments.at(-1)
    if (assessment === undefined) return []
    return [{ subjectId: assessment.id, ...decideGrid(facts, assessment, asOf) }]
  },
}

function decideGrid(
  facts: CaseFacts,
  assessment: AssessmentFact,
  asOf: PlainDate,
): Omit<DutyDecision, 'subjectId'> {
  const due = dueBeforeCompleted(facts, assessment, asOf)
  const started = { text: 'The assessment was started', on: assessment.startedOn }
  const grid = gridFor(facts, assessment)
  if (grid !== undefined) {
    const because = [started, { text: 'The grid was done with the child', on: grid.on }]
    return { ...due, state: 'met', because }
  }
  const excuse = excusedBy(facts, 'OM-2.3-grid', assessment.id, asOf)
  if (excuse !== null) return { ...due, state: 'excused', because: [started, excuse] }
  return { ...due, because: [started] }
}

function gridFor(facts: CaseFacts, { reviewOf }: AssessmentFact): EventFact | undefined {
  const before = facts.assessments.find(({ id }) => id === reviewOf)?.completedOn ?? null
  return eventsOf(facts, 'safety-grid').findLast(({ on }) => before === null || isAfter(on, before))
}
