import { describe, expect, it } from 'vitest'
import { aCase, anAgreement, aPlanFact, openWork } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { CaseFacts, PlanFact } from '../rules/case-facts.ts'
import { declaredPolicy } from '../rules/policy.ts'
import type { Signatory } from '../vocabulary/work.ts'
import { missingSignatures, planSigned } from './plan-signed.ts'

const plan = (signedBy: readonly Signatory[], values: Partial<PlanFact> = {}): PlanFact =>
  aPlanFact({
    writtenOn: plainDate('2026-03-16'),
    signatures: signedBy.map(signatory => ({ signatory, on: plainDate('2026-03-18') })),
    ...values,
  })

const everybody: readonly Signatory[] = ['child', 'parent-or-carer', 'manager']

function decide(values: Partial<CaseFacts>, asOf: string) {
  const facts = aCase({ intervention: openWork, ...values })
  const [decision, ...others] = planSigned.decide(facts, plainDate(asOf), declaredPolicy)
  expect(others).toEqual([])
  return decision
}

describe('OM-4.1-signed: three signatures under the plan', () => {
  it('are not owed before a plan is written, nor after the work is closed', () => {
    expect(decide({ plans: [] }, '2026-03-20')).toBeUndefined()
    const intervention = { ...openWork, endedOn: plainDate('2026-03-19') }
    expect(decide({ plans: [plan([])], intervention }, '2026-03-20')).toBeUndefined()
  })

  it.each([
    ['the tenth working day', '2026-03-30', 'open'],
    ['the day after', '2026-03-31', 'overdue'],
  ])('are due ten working days after it is written: on %s (%s) %s', (_name, asOf, state) => {
    expect(decide({ plans: [plan(['child'])] }, asOf)).toMatchObject({
      subjectId: 'plan',
      state,
      dueOn: plainDate('2026-03-30'),
    })
  })

  // Good Friday and Easter Monday are 3 and 6 April 2026.
  it('skip the days of Easter', () => {
    const plans = [plan([], { writtenOn: plainDate('2026-03-26') })]
    expect(decide({ plans }, '2026-04-01')?.dueOn).toEqual(plainDate('2026-04-13'))
  })

  it('are met when all three have signed', () => {
    expect(decide({ plans: [plan(everybody)] }, '2026-05-01')?.state).toBe('met')
  })

  it.each(everybody)('are not met while one is missing: %s', who => {
    const signed = plan(everybody.filter(other => other !== who))
    expect(missingSignatures(signed)).toEqual([who])
    expect(decide({ plans: [signed] }, '2026-05-01')?.state).toBe('overdue')
  })

  it('are excused while a manager agrees to wait', () => {
    const untilOn = plainDate('2026-04-10')
    const agreements = [anAgreement({ ruleId: 'OM-4.1-signed', subjectId: 'plan', untilOn })]
    const facts = { plans: [plan(['manager'])], agreements }
    expect(decide(facts, '2026-04-10')?.state).toBe('excused')
    expect(decide(facts, '2026-04-11')?.state).toBe('overdue')
  })

  it('are not excused by an agreement about another plan', () => {
    const agreements = [anAgreement({ ruleId: 'OM-4.1-signed', subjectId: 'earlier-plan' })]
    expect(decide({ plans: [plan([])], agreements }, '2026-04-10')?.state).toBe('overdue')
  })

  it('are owed for the latest plan only', () => {
    const earlier = plan([], { id: 'earlier', reviewedOn: plainDate('2026-03-16') })
    expect(decide({ plans: [earlier, plan(everybody)] }, '2026-05-01')).toMatchObject({
      subjectId: 'plan',
      state: 'met',
    })
  })
})
