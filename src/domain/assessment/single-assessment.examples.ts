import { plainDate } from '../calendar/plain-date.ts'
import { guardExamples } from '../rules/testing/worked-examples.ts'
import { singleAssessmentGuard } from './single-assessment.ts'

const asOf = '2026-03-10'
const current = { id: 'first', completedOn: plainDate('2026-02-20') }

export const singleAssessmentExamples = guardExamples(singleAssessmentGuard, [
  {
    when: 'the second one reviews the first',
    facts: { current, reviewOf: 'first' },
    asOf,
    is: 'allowed',
  },
  {
    when: 'the second one would begin from nothing',
    facts: { current, reviewOf: null },
    asOf,
    is: 'blocked',
    says: 'Start a review',
  },
  {
    when: 'the first one is still being written',
    facts: { current: { ...current, completedOn: null }, reviewOf: null },
    asOf,
    is: 'blocked',
    says: 'Complete it first',
  },
  {
    when: 'it would review a draft',
    facts: { current: { ...current, completedOn: null }, reviewOf: 'first' },
    asOf,
    is: 'blocked',
  },
  {
    when: 'the child has no other in this pathway',
    facts: { current: null, reviewOf: null },
    asOf,
    is: 'not-applicable',
  },
])
