import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { allocateWork, carriedOverOn, type AllocationAsked } from './allocate-work.ts'

const work = { startedOn: plainDate('2026-02-02'), endedOn: null }
const current = { staffId: 'one', startedOn: plainDate('2026-02-16') }

function allocate(values: Partial<AllocationAsked> = {}) {
  const today = plainDate('2026-03-02')
  return allocateWork({ staffId: 'two', startedOn: today, today, work, current, ...values })
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

  it('does not give it to who holds it', () => {
    expect(allocate({ staffId: 'one' })).toMatchObject({ problems: [{ field: 'staffId' }] })
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
