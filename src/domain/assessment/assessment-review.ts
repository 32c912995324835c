import { isAfter, plainDate } from '../calendar/plain-date.ts'
import type { CaseFacts } from '../rules/case-facts.ts'
import { deadline, type TimeLimit } from '../rules/deadline.ts'
import type { DutyRule } from '../rules/rule.ts'
import { completedAssessments } from './completed-assessments.ts'

const reviewAfter: TimeLimit = {
  name: 'Months from one assessment to the next',
  unit: 'months',
  values: [{ from: plainDate('2017-01-01'), value: 6 }],
  least: 1,
  most: 12,
}

/**
 * OM-2.5-review: the assessment is written afresh at least every six months while work goes on.
 *
 * @source OM section 2.5
 * @interpretation Of a child looked after the last assessment that a manager has quality-assured counts (OM-6.4-care-qa).
 */
export const assessmentReview: DutyRule<CaseFacts> = {
  id: 'OM-2.5-review',
  kind: 'duty',
  owedBy: 'case-manager',
  title: 'Review the whole assessment and write it afresh',
  why: 'Children change quickly. An assessment from half a year ago describes another child; what keeps this one safe may have moved.',
  citation: { source: 'OM', section: '2.5' },
  parameters: { reviewAfter },
  decide: (facts, asOf, policy) => {
    if (facts.intervention === null || facts.intervention.endedOn !== null) return []
    const last = completedAssessments(facts).at(-1)
    if (last === undefined) return []
    const { dueOn, limit } = deadline(reviewAfter, last.completedOn, { asOf, policy })
    return [
      {
        subjectId: last.id,
        state: isAfter(asOf, dueOn) ? 'overdue' : 'open',
        dueOn,
        dueWords: `${limit} after the last assessment`,
        because: [{ text: 'The last assessment was completed', on: last.completedOn }],
      },
    ]
  },
}
