import { describe, expect, it } from 'vitest'
import { aCase, anAssessmentFact, openWork } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { AssessmentFact, CaseFacts } from '../rules/case-facts.ts'
import { declaredPolicy } from '../rules/policy.ts'
import { assessmentReview } from './assessment-review.ts'

const assessment = (completedOn: string | null, id = 'assessment'): AssessmentFact =>
  anAssessmentFact({ id, completedOn: completedOn === null ? null : plainDate(completedOn) })

function decide(values: Partial<CaseFacts>, asOf: string) {
  const facts = aCase({ intervention: openWork, ...values })
  const [decision, ...others] = assessmentReview.decide(facts, plainDate(asOf), declaredPolicy)
  expect(others).toEqual([])
  return decision
}

describe('OM-2.5-review: the assessment written afresh', () => {
  it('is not owed before the first assessment is completed', () => {
    expect(decide({ assessments: [] }, '2027-03-01')).toBeUndefined()
    expect(decide({ assessments: [assessment(null)] }, '2027-03-01')).toBeUndefined()
  })

  it('is not owed for a referral without work, nor after the work is closed', () => {
    const assessments = [assessment('2026-03-10')]
    expect(decide({ assessments, intervention: null }, '2027-03-01')).toBeUndefined()
    const intervention = { ...openWork, endedOn: plainDate('2026-08-01') }
    expect(decide({ assessments, intervention }, '2027-03-01')).toBeUndefined()
  })

  it.each([
    ['six months to the day', '2026-09-10', 'open'],
    ['the day after', '2026-09-11', 'overdue'],
  ])('is due six months after the last one: %s (%s) it is %s', (_name, asOf, state) => {
    expect(decide({ assessments: [assessment('2026-03-10')] }, asOf)).toMatchObject({
      subjectId: 'assessment',
      state,
      dueOn: plainDate('2026-09-10'),
    })
  })

  it('is due on the last day of a shorter month', () => {
    const decision = decide({ assessments: [assessment('2025-08-31')] }, '2026-03-02')
    expect(decision?.dueOn).toEqual(plainDate('2026-02-28'))
  })

  it('counts from the latest one that is completed', () => {
    const assessments = [
      assessment('2026-03-10'),
      assessment('2026-06-10', 'review'),
      assessment(null, 'unfinished'),
    ]
    expect(decide({ assessments }, '2026-09-11')).toMatchObject({
      subjectId: 'review',
      state: 'open',
      dueOn: plainDate('2026-12-10'),
    })
  })
})
