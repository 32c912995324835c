import { describe, expect, it } from 'vitest'
import {
  addDays,
  daysBetween,
  earliest,
  isAfter,
  isBefore,
  isOnOrAfter,
  isOnOrBefore,
  isSameDay,
  latest,
  parsePlainDate,
  plainDate,
} from './plain-date.ts'

const [fri, sat, sun] = [plainDate('2026-02-27'), plainDate('2026-02-28'), plainDate('2026-03-01')]

describe('a date as written', () => {
  it.each([
    '2023-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-3-1',
    '2026-03-01T10:00',
    '',
    '01/03/2026',
  ])('refuses %j', text => {
    expect(parsePlainDate(text)).toBeUndefined()
    expect(() => plainDate(text)).toThrow('is not a date in the form 2026-03-01')
  })

  it('takes 29 February in a leap year', () => {
    expect(plainDate('2024-02-29').toString()).toBe('2024-02-29')
  })
})

describe('comparing dates', () => {
  it('tells earlier, same and later apart', () => {
    const answers = [fri, sat, sun].map(date => [
      isBefore(date, sat),
      isOnOrBefore(date, sat),
      isSameDay(date, sat),
      isOnOrAfter(date, sat),
      isAfter(date, sat),
    ])
    expect(answers).toEqual([
      [true, true, false, false, false],
      [false, true, true, true, false],
      [false, false, false, true, true],
    ])
  })

  it('finds the first and the last, passing over what is not known', () => {
    expect(earliest(sun, fri, sat)).toBe(fri)
    expect(latest(sat, undefined, sun, null)).toBe(sun)
    expect(earliest(undefined, null)).toBeUndefined()
  })

  it('counts days across the end of a month, forwards and back', () => {
    expect(daysBetween(fri, sun)).toBe(2)
    expect(daysBetween(sun, fri)).toBe(-2)
    expect(daysBetween(sun, sun)).toBe(0)
    expect(addDays(sun, -1).toString()).toBe('2026-02-28')
  })
})
