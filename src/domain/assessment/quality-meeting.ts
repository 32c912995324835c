import { isAfter, isOnOrAfter, latest, plainDate } from '../calendar/plain-date.ts'
import { eventsOf, type CaseFacts } from '../rules/case-facts.ts'
import { deadline, type TimeLimit } from '../rules/deadline.ts'
import type { DutyRule, Reason } from '../rules/rule.ts'
import { isWritten, type CompletedAssessment } from './completed-assessments.ts'

const meetWithin: TimeLimit = {
  name: 'Time for quality assurance of the first assessment and plan',
  unit: 'working days',
  values: [{ from: plainDate('2017-01-01'), value: 5 }],
  least: 1,
  most: 20,
}

/**
 * OM-4.3-qa: manager and case manager talk the first assessment and plan through, and the manager countersigns.
 *
 * @source OM section 4.3
 * @interpretation It counts from the later of the two: the day on which the first assessment was completed, and the day on which the
 * first plan was written. A meeting about the assessment, or about the case as a whole, counts from the day of the assessment on.
 */
export const qualityMeeting: DutyRule<CaseFacts> = {
  id: 'OM-4.3-qa',
  kind: 'duty',
  owedBy: 'manager',
  title: 'Talk the first assessment and plan through with the case manager, and countersign',
  why: 'A worker alone with a hard judgement deserves a second head. Saying what was good makes the next one better.',
  citation: { source: 'OM', section: '4.3' },
  parameters: { meetWithin },
  decide: (facts, asOf, policy) => {
    const assessment = facts.assessments.find(isWritten)
    const plan = facts.plans.at(0)
    if (assessment === undefined || plan === undefined) return []
    const readyOn = latest(assessment.completedOn, plan.writtenOn)
    const { dueOn, limit } = deadline(meetWithin, readyOn, { asOf, policy })
    const head = { subjectId: assessment.id, dueOn, dueWords: `${limit} after both are written` }
    const ready = { text: 'The first assessment and plan were there', on: readyOn }
    const { because, missing } = assured(facts, assessment)
    if (missing.length === 0) return [{ ...head, state: 'met', because: [ready, ...because] }]
    const state = isAfter(asOf, dueOn) ? 'overdue' : 'open'
    const lacks = { text: `Not yet: ${missing.join(' and ')}` }
    return [{ ...head, state, because: [ready, ...because, lacks] }]
  },
}

function assured(facts: CaseFacts, { id, completedOn, countersignedOn }: CompletedAssessment) {
  const because: Reason[] = []
  const missing: string[] = []
  const meeting = eventsOf(facts, 'quality-assurance-meeting').find(
    ({ aboutId, on }) => (aboutId === null || aboutId === id) && isOnOrAfter(on, completedOn),
  )
  if (meeting === undefined) missing.push('the quality assurance meeting')
  else because.push({ text: 'Manager and case manager met', on: meeting.on })
  if (countersignedOn === null) missing.push('the countersignature')
  else because.push({ text: 'The assessment was countersigned', on: countersignedOn })
  return { because, missing }
}
