import { describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { likelySame, personKeys, phoneKey, type SomebodyAround } from './same-person.ts'

const nothing = { familyName: null, knownAs: null, bornOn: null, phone: null }
const mo: SomebodyAround = { ...nothing, givenName: 'Mo', familyName: 'Ash' }

describe('the same person', () => {
  it.each([
    [
      'same name and number',
      { ...mo, phone: '+44 7700 900001' },
      { ...mo, phone: '07700 900001' },
      true,
    ],
    [
      'same name and birth',
      { ...mo, bornOn: plainDate('1980-01-02') },
      { ...mo, bornOn: plainDate('1980-01-02') },
      true,
    ],
    ['same name alone', mo, mo, false],
    [
      'another birth',
      { ...mo, bornOn: plainDate('1980-01-02') },
      { ...mo, bornOn: plainDate('1999-09-09') },
      null,
    ],
    [
      'another person on one number',
      { ...mo, phone: '07700 900001' },
      { ...nothing, givenName: 'Ed', familyName: 'Ash', phone: '07700 900001' },
      null,
    ],
    [
      'given name alone, both',
      { ...nothing, givenName: 'Nan' },
      { ...nothing, givenName: 'Nan' },
      false,
    ],
    ['given name alone, one', { ...nothing, givenName: 'Mo' }, mo, null],
  ] as const)('is %s', (_name, typed, known, expected) => {
    const [match] = likelySame(typed, [known])
    expect(match?.isCertain ?? null).toBe(expected)
  })

  it('is found by words as they are written and by their sound', () => {
    expect(personKeys({ ...mo, givenName: 'Siân' })).toContain('sian')
    expect(phoneKey('12')).toBeNull()
  })
})
