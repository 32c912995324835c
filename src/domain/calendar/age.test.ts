import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageOn, birthdayOn, monthsOfAgeOn } from './age.ts'
import { addDays, plainDate } from './plain-date.ts'

describe('age on a day', () => {
  it.each([
    ['the day before the 18th birthday', '2008-03-15', '2026-03-14', 17],
    ['the 18th birthday', '2008-03-15', '2026-03-15', 18],
    ['the day after', '2008-03-15', '2026-03-16', 18],
    ['earlier in the year, later in its month', '2008-03-15', '2026-02-20', 17],
    ['the day of birth', '2008-03-15', '2008-03-15', 0],
    ['the day before birth', '2008-03-15', '2008-03-14', -1],
    ['born 29 February, 28 February of a common year', '2008-02-29', '2026-02-28', 17],
    ['born 29 February, 1 March of a common year', '2008-02-29', '2026-03-01', 18],
    ['born 29 February, 28 February of a leap year', '2008-02-29', '2028-02-28', 19],
    ['born 29 February, 29 February of a leap year', '2008-02-29', '2028-02-29', 20],
    ['born 1 March, 29 February of a leap year', '2010-03-01', '2028-02-29', 17],
  ])('%s', (_, born, on, age) => {
    expect(ageOn(plainDate(born), plainDate(on))).toBe(age)
  })

  it('reaches each age on its birthday and not the day before', () => {
    const born = fc
      .integer({ min: 0, max: 11_000 })
      .map(days => addDays(plainDate('2000-01-01'), days))
    fc.assert(
      fc.property(born, fc.integer({ min: 1, max: 30 }), (bornOn, age) => {
        const birthday = birthdayOn(bornOn, age)
        expect(ageOn(bornOn, birthday)).toBe(age)
        expect(ageOn(bornOn, addDays(birthday, -1))).toBe(age - 1)
      }),
    )
  })

  it('puts a 29 February birthday on 1 March in common years', () => {
    expect(birthdayOn(plainDate('2008-02-29'), 18).toString()).toBe('2026-03-01')
    expect(birthdayOn(plainDate('2008-02-29'), 20).toString()).toBe('2028-02-29')
  })
})

describe('an age in months', () => {
  it.each([
    ['17 and a half', '2008-07-15', 210, '2026-01-15'],
    ['in a month without the day: the first of the next', '2008-08-31', 210, '2026-03-01'],
    ['born 29 August, 17 and a half in a common year', '2008-08-29', 210, '2026-03-01'],
    ['born 29 August, 19 and a half in a leap year', '2008-08-29', 234, '2028-02-29'],
    ['born 29 February, on the 18th birthday', '2008-02-29', 216, '2026-03-01'],
  ])('%s', (_, born, months, on) => {
    expect(monthsOfAgeOn(plainDate(born), months).toString()).toBe(on)
  })
})
