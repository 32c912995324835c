import { aCase, anAgreement, anAssessmentFact, anEventFact, aReferralFact } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { CaseFacts } from '../rules/case-facts.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import { safetyGrid } from './safety-grid.ts'

const asOf = '2026-03-10'
const grid = anEventFact({ kind: 'safety-grid' })

/** An assessment that is being written for the panel of 17 March 2026. */
function writing(values: Partial<CaseFacts> = {}): CaseFacts {
  const referral = aReferralFact({ panelOn: plainDate('2026-03-17') })
  return aCase({ referral, assessments: [anAssessmentFact()], ...values })
}

const first = anAssessmentFact({ completedOn: plainDate('2026-03-12') })
const review = anAssessmentFact({
  id: 'review',
  reviewOf: 'assessment',
  startedOn: plainDate('2026-09-01'),
})

export const safetyGridExamples = dutyExamples(safetyGrid, [
  { when: 'the child did the grid', facts: writing({ events: [grid] }), asOf, is: 'met' },
  { when: 'the assessment is being written', facts: writing(), asOf, is: 'open' },
  {
    when: 'the panel is today',
    facts: writing(),
    asOf: '2026-03-17',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-03-17',
  },
  {
    when: 'the panel was yesterday',
    facts: writing(),
    asOf: '2026-03-18',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'the assessment was completed without it',
    facts: writing({ assessments: [first] }),
    asOf: '2026-03-12',
    is: 'overdue',
    dueOn: '2026-03-12',
  },
  {
    when: 'the worker has recorded that another agency did one lately',
    facts: writing({
      agreements: [anAgreement({ ruleId: 'OM-2.3-grid', subjectId: 'assessment' })],
    }),
    asOf,
    is: 'excused',
  },
  {
    when: 'a review is written and the only grid is that of the first assessment',
    facts: writing({ assessments: [first, review], events: [grid] }),
    asOf: '2026-09-02',
    is: 'open',
  },
  {
    when: 'the child did one afresh for the review',
    facts: writing({
      assessments: [first, review],
      events: [grid, { ...grid, id: 'afresh', on: plainDate('2026-09-02') }],
    }),
    asOf: '2026-09-02',
    is: 'met',
  },
  {
    when: 'no assessment has been started',
    facts: writing({ assessments: [] }),
    asOf,
    is: 'not-applicable',
  },
])
