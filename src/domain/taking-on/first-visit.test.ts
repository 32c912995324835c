import { describe, expect, it } from 'vitest'
import { aCase, aContactFact, anAgreement, anAssessmentFact, aReferralFact } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { CaseFacts } from '../rules/case-facts.ts'
import { declaredPolicy } from '../rules/policy.ts'
import { firstVisit } from './first-visit.ts'

const visit = aContactFact

const forPanelOn = (day: string) => aReferralFact({ panelOn: plainDate(day) })

const completedOn = (day: string) => [anAssessmentFact({ completedOn: plainDate(day) })]

function decide(values: Partial<CaseFacts>, asOf = '2026-03-10') {
  const [decision, ...others] = firstVisit.decide(aCase(values), plainDate(asOf), declaredPolicy)
  expect(others).toEqual([])
  return decision
}

describe('OM-2.1-visit: the first home visit', () => {
  it('is not owed while nobody holds the case', () => {
    expect(decide({ allocations: [] })).toBeUndefined()
  })

  it('is owed from the allocation, by a day that is not known yet', () => {
    expect(decide({})).toMatchObject({ state: 'open', dueOn: null, subjectId: 'case' })
  })

  it('is met by a home visit with child and family', () => {
    expect(decide({ contacts: [visit()] })).toMatchObject({ state: 'met' })
  })

  it.each([
    ['the parent or carer was not there', visit({ sawParent: false }), 'the parent or carer'],
    ['the child was not there', visit({ sawChild: false }), 'the child'],
  ])('is not met when %s, and says so', (_name, contact, missed) => {
    const decision = decide({ contacts: [contact] })
    expect(decision?.state).toBe('open')
    expect(decision?.because.map(({ text }) => text)).toContain(
      `At the last home visit ${missed} was not there`,
    )
  })

  it.each([
    ['a planned visit', visit({ attendance: null })],
    ['a visit that nobody opened the door to', visit({ attendance: 'unacceptable-absence' })],
    ['a meeting at the office', visit({ kind: 'office' })],
  ])('is not met by %s', (_name, contact) => {
    expect(decide({ contacts: [contact] })?.state).toBe('open')
  })

  it.each([
    ['on the day of the panel', '2026-03-10', 'open'],
    ['on the day after the panel', '2026-03-11', 'overdue'],
  ])('is %s %s: %s', (_name, asOf, state) => {
    expect(decide({ referral: forPanelOn('2026-03-10') }, asOf)).toMatchObject({
      state,
      dueOn: plainDate('2026-03-10'),
    })
  })

  it('is overdue as soon as the assessment is completed without it', () => {
    const facts = { assessments: completedOn('2026-03-10'), referral: forPanelOn('2026-03-20') }
    expect(decide(facts, '2026-03-10')).toMatchObject({
      state: 'overdue',
      dueOn: plainDate('2026-03-10'),
    })
  })

  it('is excused by a manager who says why, until the last day of the agreement', () => {
    const untilOn = plainDate('2026-03-12')
    const agreements = [anAgreement({ ruleId: 'OM-2.1-visit', subjectId: 'case', untilOn })]
    const facts = { agreements, referral: forPanelOn('2026-03-10') }
    expect(decide(facts, '2026-03-12')?.state).toBe('excused')
    expect(decide(facts, '2026-03-13')?.state).toBe('overdue')
  })
})
