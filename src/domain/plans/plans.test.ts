import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { nextPlan, reviewPlan, type PlanInOrder } from './next-plan.ts'
import { declaredPolicy, policyOf } from '../rules/policy.ts'
import type { PlanFacts } from './plan-guards.ts'
import { planGuards, planStops } from './plan-stops.ts'
import {
  maySignFor,
  nothingToSign,
  signPlan,
  type PlanToSign,
  type SigningAsked,
} from './sign-plan.ts'

const today = plainDate('2026-03-16')
const work = { startedOn: plainDate('2026-03-02'), endedOn: null }

const facts: PlanFacts = {
  strengths: 'You mend bikes.',
  easierForYou: 'We meet at four.',
  keepingSafe: 'Mum knows where you are.',
  contingency: 'If you are followed, ring Mum.',
  restorative: 'Mend the bike.',
  restorativeKind: 'made-for-child',
  restorativeChoices: 'The bike, or a letter.',
  restorativeReason: '',
  exitPlan: 'The workshop stays open.',
  interventionId: 'work',
  outcomes: [],
  on: today,
  byId: 'worker',
  agreements: [],
  isLookedAfter: true,
}

describe('what stops a plan', () => {
  it('is nothing when every section is there', () => {
    expect(planStops(facts, declaredPolicy)).toEqual([])
  })

  it('is said in the order of the page, and last what somebody has to agree to', () => {
    const standard = { restorativeKind: 'standard-reparation', restorativeReason: 'r' } as const
    const ended = { kind: 'youth-conditional-caution', conditionsEndOn: work.startedOn } as const
    const bare = { ...facts, exitPlan: '', strengths: ' ', contingency: '\n', outcomes: [ended] }
    expect(planStops(bare, declaredPolicy).map(({ section }) => section)).toEqual([
      'strengths',
      'contingency',
      'exitPlan',
      null,
    ])
    expect(planStops({ ...facts, ...standard }, declaredPolicy)).toMatchObject([
      { ruleId: 'OM-16-restorative', section: null },
    ])
  })

  it('is nothing under a rule that the service has switched off', () => {
    const off = { ruleId: 'HMIP-2.2-contingency', from: today, isOn: false }
    const pack = { numbers: [], switches: [off], closedDays: [] }
    expect(planStops({ ...facts, exitPlan: '' }, policyOf(pack, planGuards))).toEqual([])
  })
})

const order = (reviewedOn: string | null): PlanInOrder => ({
  id: 'plan',
  writtenOn: plainDate('2026-03-04'),
  reviewedOn: reviewedOn === null ? null : plainDate(reviewedOn),
})

describe('one plan at a time', () => {
  const write = (values: Partial<Parameters<typeof nextPlan>[0]> = {}) =>
    nextPlan({ today, work, latest: null, writtenOn: today, ...values })

  it('is the first one, or follows the one that was reviewed', () => {
    expect(write()).toEqual({ kind: 'write', previousPlanId: null })
    expect(write({ latest: order('2026-03-16') })).toEqual({
      kind: 'write',
      previousPlanId: 'plan',
    })
  })

  it('is not written beside a plan that is not reviewed, nor for closed work', () => {
    expect(write({ latest: order(null) }).kind).toBe('refused')
    expect(write({ work: { ...work, endedOn: today } }).kind).toBe('refused')
  })

  it.each([
    ['the first day of the work', '2026-03-02', 'write'],
    ['the day before', '2026-03-01', 'refused'],
    ['tomorrow', '2026-03-17', 'refused'],
  ])('is written on %s (%s): %s', (_name, day, kind) => {
    expect(write({ writtenOn: plainDate(day) }).kind).toBe(kind)
  })

  it.each([
    ['the day it was written', '2026-03-04', 'review'],
    ['the day before', '2026-03-03', 'refused'],
    ['tomorrow', '2026-03-17', 'refused'],
  ])('is reviewed on %s (%s): %s', (_name, day, kind) => {
    const asked = { plan: order(null), workEndedOn: null, reviewedOn: plainDate(day), today }
    expect(reviewPlan(asked).kind).toBe(kind)
  })

  it('is reviewed once, and not after the work is closed', () => {
    const asked = { plan: order(null), workEndedOn: null, reviewedOn: today, today }
    expect(reviewPlan({ ...asked, plan: order('2026-03-10') }).kind).toBe('refused')
    expect(reviewPlan({ ...asked, workEndedOn: today }).kind).toBe('refused')
  })
})

const plan: PlanToSign = {
  authorId: 'author',
  writtenOn: plainDate('2026-03-04'),
  reviewedOn: null,
  signatures: [],
}
const manager = { id: 'manager', role: 'team-manager', name: 'Alex' } as const
const worker = { id: 'author', role: 'case-manager', name: 'Kim' } as const

function sign(values: Partial<SigningAsked> = {}) {
  const asked = { plan, signatory: 'child', name: 'Robin', signedOn: today, today } as const
  return signPlan({ ...asked, person: worker, ...values })
}

describe('signing a plan', () => {
  it('keeps the name of child or parent as typed', () => {
    expect(sign()).toEqual({ kind: 'sign', name: 'Robin' })
    expect(sign({ name: null })).toMatchObject({ problems: [{ field: 'signedName' }] })
  })

  it('takes the manager’s own name, whatever was typed', () => {
    const signing = sign({ signatory: 'manager', name: 'Someone', person: manager })
    expect(signing).toEqual({ kind: 'sign', name: 'Alex' })
  })

  it('is not for a worker to do as the manager', () => {
    expect(sign({ signatory: 'manager' })).toMatchObject({ problems: [{ field: 'signatory' }] })
  })

  it('is not for a manager who wrote the plan', () => {
    const own = { ...plan, authorId: 'manager' }
    expect(sign({ signatory: 'manager', person: manager, plan: own }).kind).toBe('refused')
    expect(maySignFor(own, manager)).toEqual(['child', 'parent-or-carer'])
    expect(maySignFor(plan, manager)).toEqual(['child', 'parent-or-carer', 'manager'])
  })

  it.each([
    ['the day it was written', '2026-03-04', 'sign'],
    ['the day before', '2026-03-03', 'refused'],
    ['tomorrow', '2026-03-17', 'refused'],
  ])('happens on %s (%s): %s', (_name, day, kind) => {
    expect(sign({ signedOn: plainDate(day) }).kind).toBe(kind)
  })

  it('happens once for each, and not after the review', () => {
    const signed = { ...plan, signatures: [{ signatory: 'child' as const, on: today }] }
    expect(sign({ plan: signed }).kind).toBe('refused')
    expect(sign({ plan: { ...plan, reviewedOn: today } }).kind).toBe('refused')
  })
})

describe('a plan that waits for signatures', () => {
  it('waits until everybody has signed or it was reviewed', () => {
    const all = (['child', 'parent-or-carer', 'manager'] as const).map(signatory => ({
      signatory,
      on: today,
    }))
    expect(nothingToSign(plan)).toBeNull()
    expect(nothingToSign({ ...plan, signatures: all.slice(1) })).toBeNull()
    expect(nothingToSign({ ...plan, signatures: all })).toContain('Everybody has signed')
    expect(nothingToSign({ ...plan, reviewedOn: today })).toContain('was reviewed')
  })
})
