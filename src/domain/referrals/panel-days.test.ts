import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { mayListFor, mayRecordAttendance } from './panel-days.ts'

const today = plainDate('2026-03-02')

describe('the day of a panel', () => {
  it.each([
    ['2026-03-01', false, true],
    ['2026-03-02', true, true],
    ['2026-03-03', true, false],
  ])('%s: list a referral %s, record who came %s', (day, list, attendance) => {
    expect(mayListFor(plainDate(day), today)).toBe(list)
    expect(mayRecordAttendance(plainDate(day), today)).toBe(attendance)
  })
})
