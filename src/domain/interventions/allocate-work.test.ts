import { describe, expect, it } from 'vitest'
import { aCase, anAssessmentFact } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { declaredPolicy } from '../rules/policy.ts'
import { caseToAllocate, type WorkerFact } from '../taking-on/allocation-facts.ts'
import { allocationGuards } from '../taking-on/taking-on-rules.ts'
import { allocateWork, carriedOverOn, type AllocationAsked } from './allocate-work.ts'

const today = plainDate('2026-03-02')
const work = { startedOn: plainDate('2026-02-02'), endedOn: null }
const current = { staffId: 'one', secondStaffId: null, startedOn: plainDate('2026-02-16') }

const worker = (id: string, isSupportRole = false): WorkerFact => ({
  id,
  isSupportRole,
  isTrainedInHarmfulSexualBehaviour: false,
})

function allocate(values: Partial<AllocationAsked> = {}, level: 'low' | 'high' = 'low') {
  const assessment = anAssessmentFact({
    completedOn: plainDate('2026-02-20'),
    judgements: [{ kind: 'risk-of-serious-harm', level }],
  })
  const about = caseToAllocate(aCase({ assessments: [assessment] }), { current, addressDays: [] })
  const workers = { lead: worker('two'), second: null, changeReason: '' }
  const asked = { ...workers, startedOn: today, today, work, current, ...values }
  return allocateWork(asked, { about, guards: allocationGuards, policy: declaredPolicy })
}

describe('giving work to a worker', () => {
  it.each([
    ['today', '2026-03-02', 'allocate'],
    ['tomorrow', '2026-03-03', 'refused'],
    ['the first day of the one before', '2026-02-16', 'allocate'],
    ['a day before that', '2026-02-15', 'refused'],
  ])('begins %s (%s): %s', (_name, day, kind) => {
    expect(allocate({ startedOn: plainDate(day) }).kind).toBe(kind)
  })

  it('does not begin before the work', () => {
    const early = allocate({ current: null, startedOn: plainDate('2026-02-01') })
    expect(early).toMatchObject({ problems: [{ field: 'startedOn' }] })
    expect(allocate({ current: null, startedOn: plainDate('2026-02-02') }).kind).toBe('allocate')
  })

  it('does not give it to who holds it, but adds a second worker', () => {
    expect(allocate({ lead: worker('one') })).toMatchObject({ problems: [{ field: 'staffId' }] })
    expect(allocate({ lead: worker('one'), second: worker('two') }).kind).toBe('allocate')
  })

  it('has two different people where two hold it', () => {
    expect(allocate({ second: worker('two') })).toMatchObject({
      problems: [{ field: 'secondStaffId' }],
    })
  })

  it('is stopped by the rules in front of it', () => {
    const lead = worker('two', true)
    expect(allocate({ lead }, 'low').kind).toBe('allocate')
    expect(allocate({ lead }, 'high')).toMatchObject({
      kind: 'blocked',
      stops: [{ ruleId: 'HMIP-1.2-allocation', mayAgree: 'head of service' }],
    })
  })

  it('leaves closed work alone', () => {
    const closed = { ...work, endedOn: plainDate('2026-02-20') }
    expect(allocate({ work: closed }).kind).toBe('refused')
  })

  it('goes on with the worker of the referral from the first day of the work', () => {
    const started = plainDate('2026-03-02')
    expect(carriedOverOn(started, plainDate('2026-02-16'))).toEqual(started)
    expect(carriedOverOn(started, plainDate('2026-03-04'))).toEqual(plainDate('2026-03-04'))
  })
})
