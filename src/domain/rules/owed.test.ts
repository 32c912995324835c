import { describe, expect, it } from 'vitest'
import {
  aCase,
  anAgreement,
  anAssessmentFact,
  aPlanFact,
  aReferralFact,
  openWork,
} from '#test/facts.ts'
import { assessmentReview } from '../assessment/assessment-review.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { planSigned } from '../plans/plan-signed.ts'
import { firstVisit } from '../taking-on/first-visit.ts'
import { serviceAgreement } from '../taking-on/service-agreement.ts'
import { agreementFor } from './agreements.ts'
import { workerOn } from './case-facts.ts'
import { factsAsOf } from './facts-as-of.ts'
import { outstanding, owed } from './owed.ts'
import { declaredPolicy } from './policy.ts'
import { ruleBook } from './rule-book.ts'

const asked = { asOf: plainDate('2026-04-01'), policy: declaredPolicy }

const plan = aPlanFact({
  writtenOn: plainDate('2026-03-10'),
  signatures: [
    { signatory: 'child', on: plainDate('2026-03-12') },
    { signatory: 'parent-or-carer', on: plainDate('2026-03-12') },
    { signatory: 'manager', on: plainDate('2026-03-30') },
  ],
})

describe('what is owed', () => {
  it('is nothing for a case that has ended', () => {
    const ended = { ...openWork, endedOn: plainDate('2026-03-20') }
    expect(owed([aCase({ intervention: ended, plans: [plan] })], asked)).toEqual([])
  })

  it('is nothing for a referral that is closed and led to no work', () => {
    const referral = aReferralFact({ closedOn: plainDate('2026-03-20') })
    expect(owed([aCase({ referral })], asked)).toEqual([])
  })

  it('puts what is overdue first, then by day, then what waits for an event', () => {
    const unsigned = { ...plan, signatures: [] }
    const assessed = anAssessmentFact({ completedOn: plainDate('2026-03-09') })
    const duties = owed(
      [aCase({ intervention: openWork, plans: [unsigned], assessments: [assessed] })],
      asked,
      [firstVisit, serviceAgreement, planSigned, assessmentReview],
    )
    expect(duties.map(duty => [duty.ruleId, duty.state])).toEqual([
      ['OM-2.1-visit', 'overdue'],
      ['OM-4.1-signed', 'overdue'],
      ['OM-2.5-review', 'open'],
      ['OM-2.1-agreement', 'open'],
    ])
  })

  it('is owed by whoever holds the case on the day asked', () => {
    const allocations = [
      {
        id: 'first',
        staffId: 'ann',
        startedOn: plainDate('2026-03-02'),
        endedOn: plainDate('2026-03-16'),
      },
      { id: 'second', staffId: 'ben', startedOn: plainDate('2026-03-16'), endedOn: null },
    ]
    const facts = aCase({ intervention: openWork, allocations })
    expect(workerOn(facts, plainDate('2026-03-15'))).toBe('ann')
    expect(workerOn(facts, plainDate('2026-03-16'))).toBe('ben')
    expect(workerOn(facts, plainDate('2026-03-01'))).toBe(null)
  })

  it('leaves out what is met when asked for what is outstanding', () => {
    const duties = owed([aCase({ intervention: openWork, plans: [plan] })], asked)
    expect(duties.find(duty => duty.ruleId === 'OM-4.1-signed')?.state).toBe('met')
    expect(outstanding(duties).map(duty => duty.ruleId)).not.toContain('OM-4.1-signed')
  })
})

describe('a day in the past', () => {
  const facts = aCase({ intervention: openWork, plans: [plan] })

  it('does not know a signature that came later', () => {
    const [duty] = owed([facts], { ...asked, asOf: plainDate('2026-03-29') }).filter(
      one => one.ruleId === 'OM-4.1-signed',
    )
    expect(duty?.state).toBe('overdue')
    expect(duty?.because.at(-1)?.text).toContain('manager')
  })

  it('knows what happened on the day itself', () => {
    const known = factsAsOf(facts, plainDate('2026-03-30'))
    expect(known.plans[0]?.signatures).toHaveLength(3)
  })

  it('shows work as open that ended later', () => {
    const ended = { ...openWork, endedOn: plainDate('2026-03-20') }
    const asked = aCase({ intervention: ended })
    expect(factsAsOf(asked, plainDate('2026-03-19')).intervention?.endedOn).toBe(null)
    expect(factsAsOf(asked, plainDate('2026-03-20')).intervention?.endedOn).toEqual(ended.endedOn)
  })
})

describe('an agreement', () => {
  const about = { ruleId: 'OM-4.1-signed', subjectId: 'plan' }
  const agreement = anAgreement({
    ...about,
    grantedOn: plainDate('2026-03-03'),
    untilOn: plainDate('2026-03-10'),
  })

  it.each([
    ['2026-03-02', false],
    ['2026-03-03', true],
    ['2026-03-10', true],
    ['2026-03-11', false],
  ])('on %s covers the step: %s', (day, covers) => {
    expect(agreementFor([agreement], about, plainDate(day)) !== undefined).toBe(covers)
  })

  it('covers no other subject', () => {
    const other = { ...about, subjectId: 'another plan' }
    expect(agreementFor([agreement], other, plainDate('2026-03-05'))).toBe(undefined)
  })
})

describe('the rule book', () => {
  it('has each id once, with words for a person who asks why', () => {
    const ids = ruleBook.map(rule => rule.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const rule of ruleBook) {
      expect(rule.title.length, rule.id).toBeGreaterThan(20)
      expect(rule.why.length, rule.id).toBeGreaterThan(40)
    }
  })
})
