import { isAfter } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { excusedBy } from '../rules/agreements.ts'
import type { CaseFacts, ContactFact } from '../rules/case-facts.ts'
import type { DutyDecision, DutyRule, Reason } from '../rules/rule.ts'

/**
 * OM-2.1-visit: the child and family are visited at home before the assessment is completed.
 *
 * @source OM section 2.1
 * @interpretation Out of court the assessment must be done before the panel, so the day of the panel is the day by which it is owed.
 */
export const firstVisit: DutyRule<CaseFacts> = {
  id: 'OM-2.1-visit',
  kind: 'duty',
  owedBy: 'case-manager',
  title: 'Visit the child and family at home, before the assessment is completed',
  why: 'An assessment starts with the child and the people at home. The visit is where they tell their story and where trust begins.',
  citation: { source: 'OM', section: '2.1' },
  parameters: {},
  exception: {
    by: 'manager',
    what: 'Assess without a first home visit',
    untilQuestion: null,
    childAgrees: false,
  },
  decide: (facts, asOf) => {
    const allocation = facts.allocations.at(0)
    if (allocation === undefined) return []
    return [{ subjectId: facts.caseId, ...decideVisit(facts, allocation.startedOn, asOf) }]
  },
}

function decideVisit(
  facts: CaseFacts,
  allocatedOn: PlainDate,
  asOf: PlainDate,
): Omit<DutyDecision, 'subjectId'> {
  const assessedOn = firstAssessmentOn(facts)
  const dueOn = assessedOn ?? facts.referral?.panelOn ?? null
  const head = { dueOn, dueWords: 'before the assessment is completed' }
  const allocated = { text: 'The case was allocated', on: allocatedOn }
  const visit = firstHomeVisit(facts)
  if (visit !== undefined) {
    const because = [allocated, { text: 'Home visit with child and family', on: visit.on }]
    return { ...head, state: 'met', because }
  }
  const excuse = excusedBy(facts, 'OM-2.1-visit', facts.caseId, asOf)
  if (excuse !== null) return { ...head, state: 'excused', because: [allocated, excuse] }
  const isLate = dueOn !== null && (assessedOn !== null || isAfter(asOf, dueOn))
  const because = [allocated, ...partOfAVisit(facts), ...whatItIsFor(dueOn, assessedOn)]
  return { ...head, state: isLate ? 'overdue' : 'open', because }
}

/** The day on which the first assessment was completed, or null. */
function firstAssessmentOn(facts: CaseFacts): PlainDate | null {
  const first = facts.assessments.find(
    ({ completedOn, reviewOf }) => completedOn !== null && reviewOf === null,
  )
  return first?.completedOn ?? null
}

function whatItIsFor(dueOn: PlainDate | null, assessedOn: PlainDate | null): Reason[] {
  if (assessedOn !== null) {
    return [{ text: 'The assessment was completed without a visit', on: assessedOn }]
  }
  return dueOn === null ? [] : [{ text: 'The assessment is for the panel', on: dueOn }]
}

/** The first home visit that child and family took part in, or undefined. */
export function firstHomeVisit(facts: CaseFacts): ContactFact | undefined {
  return homeVisits(facts).find(contact => contact.sawChild && contact.sawParent)
}

function homeVisits(facts: CaseFacts): ContactFact[] {
  return facts.contacts.filter(
    contact => contact.kind === 'home-visit' && contact.attendance === 'attended',
  )
}

function partOfAVisit(facts: CaseFacts) {
  const visit = homeVisits(facts).at(-1)
  if (visit === undefined) return []
  const missed = visit.sawChild ? 'the parent or carer' : 'the child'
  return [{ text: `At the last home visit ${missed} was not there`, on: visit.on }]
}
