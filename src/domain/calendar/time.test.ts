import { describe, expect, it } from 'vitest'
import { plainDate } from './plain-date.ts'
import { clockChangeAt, formatTime, londonInstant, londonTime, minutesBetween } from './time.ts'

const springForward = plainDate('2026-03-29')
const fallBack = plainDate('2026-10-25')

describe('times in London', () => {
  it.each([
    ['winter', '2026-01-05', '14:30', '2026-01-05T14:30:00Z'],
    ['summer', '2026-07-05', '14:30', '2026-07-05T13:30:00Z'],
    ['summer, just after midnight', '2026-07-05', '00:15', '2026-07-04T23:15:00Z'],
  ])('become instants and come back in %s', (_, date, time, instant) => {
    const found = londonInstant(plainDate(date), time)
    expect(found.toString()).toBe(instant)
    expect(String(londonTime(found).date)).toBe(date)
    expect(londonTime(found).time).toBe(time)
  })

  it('knows which times the spring change skips', () => {
    const times = ['00:59', '01:00', '01:59', '02:00']
    expect(times.map(time => clockChangeAt(springForward, time))).toEqual([
      'none',
      'skipped',
      'skipped',
      'none',
    ])
  })

  it('reads a skipped time as on a clock not yet put forward', () => {
    const instant = londonInstant(springForward, '01:30')
    expect(londonTime(instant).time).toBe('02:30')
    expect(minutesBetween(londonInstant(springForward, '00:30'), instant)).toBe(60)
  })

  it('knows which times come twice in autumn, and takes the first unless told', () => {
    const times = ['00:59', '01:00', '01:59', '02:00']
    expect(times.map(time => clockChangeAt(fallBack, time))).toEqual([
      'none',
      'repeated',
      'repeated',
      'none',
    ])
    expect(londonInstant(fallBack, '01:30').toString()).toBe('2026-10-25T00:30:00Z')
    expect(londonInstant(fallBack, '01:30', 'second').toString()).toBe('2026-10-25T01:30:00Z')
  })

  it('counts a night in custody over the autumn change as an hour longer', () => {
    const arrest = londonInstant(plainDate('2026-10-24'), '22:00')
    expect(minutesBetween(arrest, londonInstant(fallBack, '06:00'))).toBe(9 * 60)
  })

  it.each(['24:00', '9:30', '14.30', '14:60', ''])('refuses the time %j', time => {
    expect(() => londonInstant(fallBack, time)).toThrow('is not a time in the form 14:30')
  })

  it.each([
    ['00:00', 'midnight'],
    ['00:05', '12:05am'],
    ['09:00', '9am'],
    ['12:00', 'midday'],
    ['12:30', '12:30pm'],
    ['23:59', '11:59pm'],
  ])('writes %s as %s', (time, words) => {
    expect(formatTime(time)).toBe(words)
  })
})
