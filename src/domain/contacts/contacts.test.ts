import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { declaredPolicy } from '../rules/policy.ts'
import { contactHappened, moveContact, planContact } from './plan-contact.ts'
import { mayRecordContact, recordContact, type ContactRecord } from './record-contact.ts'

const today = plainDate('2026-03-02')
const work = { startedOn: plainDate('2026-02-02'), endedOn: null }
const closed = { ...work, endedOn: plainDate('2026-02-27') }

const free = { around: null, policy: declaredPolicy }
const caution = {
  interventionId: 'work',
  outcomes: [{ kind: 'youth-conditional-caution', conditionsEndOn: plainDate('2026-03-09') }],
  byId: 'worker',
  agreements: [],
} as const

describe('planning a contact', () => {
  it.each([
    ['the last day', '2026-03-09', 'plan'],
    ['the day after', '2026-03-10', 'stopped'],
  ])('on %s of a conditional caution (%s): %s', (_name, day, kind) => {
    const asked = { on: plainDate(day), today, work, around: caution, policy: declaredPolicy }
    expect(planContact(asked).kind).toBe(kind)
    expect(moveContact({ ...asked, attendance: null }).kind).toBe(kind)
  })

  it.each([
    ['today', '2026-03-02', 'plan'],
    ['yesterday', '2026-03-01', 'refused'],
  ])('for %s (%s): %s', (_name, day, kind) => {
    expect(planContact({ on: plainDate(day), today, work, ...free }).kind).toBe(kind)
  })

  it('is not possible for closed work', () => {
    expect(planContact({ on: today, today, work: closed, ...free }).kind).toBe('refused')
  })

  it.each([
    ['the first day', '2026-02-02', 'belongs'],
    ['the day before it', '2026-02-01', 'refused'],
    ['the last day', '2026-02-27', 'belongs'],
    ['the day after it', '2026-02-28', 'refused'],
  ])('that has happened, on %s of the work (%s): %s', (_name, day, kind) => {
    expect(contactHappened({ on: plainDate(day), work: closed }).kind).toBe(kind)
  })

  it('may be moved until it is recorded', () => {
    const move = { on: today, today, work, ...free }
    expect(moveContact({ ...move, attendance: null }).kind).toBe('plan')
    expect(moveContact({ ...move, attendance: 'attended' }).kind).toBe('refused')
    expect(moveContact({ ...move, on: plainDate('2026-03-01'), attendance: null }).kind).toBe(
      'refused',
    )
  })
})

const visit: ContactRecord = {
  on: today,
  today,
  attendance: 'attended',
  sawChild: true,
  sawParent: false,
  note: 'You told me about the workshop.',
}

describe('recording a contact', () => {
  it.each([
    ['today', '2026-03-02', 'record'],
    ['of a day to come', '2026-03-03', 'refused'],
  ])('%s (%s): %s', (_name, day, kind) => {
    expect(recordContact({ ...visit, on: plainDate(day) }).kind).toBe(kind)
  })

  it('of a day to come only says that we cancelled', () => {
    const on = plainDate('2026-03-03')
    const nobody = { sawChild: false, note: null }
    const cancelled = { ...visit, ...nobody, on, attendance: 'service-cancelled' } as const
    expect(recordContact(cancelled).kind).toBe('record')
    expect(recordContact({ ...cancelled, attendance: 'acceptable-absence' }).kind).toBe('refused')
  })

  it.each([
    ['came, and nobody was there', { sawChild: false }, 'present'],
    ['came, and there is no note', { note: null }, 'note'],
    ['did not come, and was there', { attendance: 'unacceptable-absence' }, 'present'],
    [
      'we cancelled, and the parent was there',
      { attendance: 'service-cancelled', sawChild: false, sawParent: true },
      'present',
    ],
  ] as const)('does not fit together: %s', (_name, values, field) => {
    expect(recordContact({ ...visit, ...values })).toMatchObject({ problems: [{ field }] })
  })

  it('may say that the parent was there and the child was not', () => {
    const met = { attendance: 'acceptable-absence', sawChild: false, sawParent: true } as const
    expect(recordContact({ ...visit, ...met }).kind).toBe('record')
  })
})

describe('changing what was recorded', () => {
  const before = { notedBy: 'author', notedOn: today }

  it('is open to everyone before it is recorded at all', () => {
    const nothing = { notedBy: null, notedOn: null }
    expect(mayRecordContact(nothing, { staffId: 'other', today }).kind).toBe('first-time')
  })

  it.each([
    ['the author on the same day', 'author', '2026-03-02', 'change'],
    ['the author on the next day', 'author', '2026-03-03', 'no'],
    ['somebody else on the same day', 'other', '2026-03-02', 'no'],
  ])('%s (%s, %s): %s', (_name, staffId, day, kind) => {
    expect(mayRecordContact(before, { staffId, today: plainDate(day) }).kind).toBe(kind)
  })
})
