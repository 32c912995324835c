import { describe, expect, it } from 'vitest'
import { aCase, aContactFact } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { CaseFacts, ServiceAgreementFact } from '../rules/case-facts.ts'
import { declaredPolicy } from '../rules/policy.ts'
import { serviceAgreement } from './service-agreement.ts'

const made = (
  day: string,
  signedOn: { child?: string; parent?: string } = { child: day, parent: day },
): ServiceAgreementFact => ({
  id: 'agreement',
  madeOn: plainDate(day),
  signatures: [
    ...(signedOn.child === undefined
      ? []
      : [{ signatory: 'child' as const, on: plainDate(signedOn.child) }]),
    ...(signedOn.parent === undefined
      ? []
      : [{ signatory: 'parent-or-carer' as const, on: plainDate(signedOn.parent) }]),
  ],
})

const visitOn = (day: string) => [aContactFact({ on: plainDate(day) })]

const caution = (kind: 'youth-caution' | 'youth-conditional-caution'): CaseFacts['outcomes'] => [
  { id: 'outcome', kind, decidedOn: plainDate('2026-02-25'), conditionsEndOn: null },
]

function decide(values: Partial<CaseFacts>, asOf = '2026-03-10') {
  const [decision, ...others] = serviceAgreement.decide(
    aCase(values),
    plainDate(asOf),
    declaredPolicy,
  )
  expect(others).toEqual([])
  return decision
}

describe('OM-2.1-agreement: the service agreement', () => {
  it('is not owed while nobody holds the case', () => {
    expect(decide({ allocations: [] })).toBeUndefined()
  })

  it('is owed at the first visit, whose day is not known before', () => {
    expect(decide({})).toMatchObject({ state: 'open', dueOn: null })
  })

  it.each([
    ['on the day of the visit', '2026-03-04', 'open'],
    ['on the day after it', '2026-03-05', 'overdue'],
  ])('is %s (%s) %s', (_name, asOf, state) => {
    const contacts = visitOn('2026-03-04')
    expect(decide({ contacts }, asOf)).toMatchObject({ state, dueOn: plainDate('2026-03-04') })
  })

  it('is met by two signatures', () => {
    const decision = decide({ serviceAgreements: [made('2026-03-04')] })
    expect(decision).toMatchObject({ state: 'met' })
  })

  it('is met on the day on which the second one signs', () => {
    const agreement = made('2026-03-04', { child: '2026-03-06', parent: '2026-03-04' })
    const decision = decide({ serviceAgreements: [agreement] })
    expect(decision?.because).toEqual([
      { text: 'Signed by child and parent or carer', on: plainDate('2026-03-06') },
    ])
  })

  it.each([
    ['the child', { parent: '2026-03-04' }],
    ['the parent or carer', { child: '2026-03-04' }],
  ])('is not met while %s has not signed', (_name, signedOn) => {
    const serviceAgreements = [made('2026-03-04', signedOn)]
    const contacts = visitOn('2026-03-04')
    expect(decide({ serviceAgreements, contacts })?.state).toBe('overdue')
  })

  it('is excused for a further conditional caution by one signed up to six months before', () => {
    const outcomes = caution('youth-conditional-caution')
    const on = (day: string) => decide({ outcomes, serviceAgreements: [made(day)] })?.state
    expect(on('2025-09-02')).toBe('excused')
    expect(on('2025-09-01')).toBe('open')
  })

  it('is not excused by an earlier one for another outcome', () => {
    const facts = { outcomes: caution('youth-caution'), serviceAgreements: [made('2026-01-15')] }
    expect(decide(facts)?.state).toBe('open')
  })
})
