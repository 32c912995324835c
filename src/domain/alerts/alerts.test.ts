import { describe, expect, it } from 'vitest'
import { roles, type Role } from '../access/permissions.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { alertKinds, type AlertKind } from '../vocabulary/alerts.ts'
import { mayReadAlert } from './alert-sight.ts'
import { endAlert, isToReview, recordAlert, reviewAlert } from './keep-alert.ts'

const day = (text: string) => plainDate(`2026-${text}`)
const today = day('03-02')
const standing = { startedOn: day('02-01'), reviewOn: day('03-01'), endedOn: null }
const ended = { ...standing, endedOn: day('02-20') }

describe('an alert', () => {
  it.each([
    ['holds since today, looked at again tomorrow', '03-02', '03-03', []],
    ['does not begin tomorrow', '03-03', '04-01', ['startedOn']],
    ['is not looked at again today', '03-02', '03-02', ['reviewOn']],
  ])('%s', (_name, from, review, fields) => {
    const decision = recordAlert({ startedOn: day(from), reviewOn: day(review) }, today)
    const refused = decision.kind === 'refused' ? decision.problems.map(({ field }) => field) : []
    expect(refused).toEqual(fields)
  })

  it.each([
    ['the day before', '02-28', false],
    ['on its day', '03-01', true],
    ['after it', '03-02', true],
  ])('is to be looked at again: %s', (_name, on, due) => {
    expect(isToReview(standing, day(on))).toBe(due)
  })

  it('that has ended is not looked at again, reviewed or ended once more', () => {
    expect(isToReview(ended, today)).toBe(false)
    expect(reviewAlert(ended, { reviewOn: day('05-01'), today }).kind).toBe('refused')
    expect(endAlert(ended, { endedOn: today, today }).kind).toBe('refused')
  })

  it.each([
    ['today', '03-02', 'keep'],
    ['on its first day', '02-01', 'keep'],
    ['before its first day', '01-31', 'refused'],
    ['tomorrow', '03-03', 'refused'],
  ])('ends %s', (_name, on, kind) => {
    expect(endAlert(standing, { endedOn: day(on), today }).kind).toBe(kind)
  })

  it('is read whole by everybody where it keeps workers safe or is medical, otherwise by those who work with the child', () => {
    const notWhole = (kind: AlertKind) =>
      (Object.keys(roles) as Role[]).filter(role => !mayReadAlert(role, kind))
    const kinds = Object.keys(alertKinds) as AlertKind[]
    expect(Object.fromEntries(kinds.map(kind => [kind, notWhole(kind)]))).toEqual({
      'worker-safety': [],
      'child-safety': ['performance-officer', 'panel-member'],
      'contact-restriction': ['performance-officer', 'panel-member'],
      medical: [],
    })
  })
})
