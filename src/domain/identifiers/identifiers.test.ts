import { describe, expect, it } from 'vitest'
import type { IdentifierKind } from '../vocabulary/children.ts'
import { readIdentifier } from './read-identifier.ts'

type Case = readonly [name: string, kind: IdentifierKind, typed: string, answer: string | RegExp]

const cases: readonly Case[] = [
  ['an NHS number, however it is spaced', 'nhs', ' 943-476 5919', '943 476 5919'],
  ['an NHS number whose check digit is 0', 'nhs', '9990000530', '999 000 0530'],
  ['an NHS number with a wrong digit', 'nhs', '943 476 5918', /last digit does not fit/],
  ['an NHS number with two digits swapped', 'nhs', '934 476 5919', /last digit does not fit/],
  ['an NHS number whose check digit would be 10', 'nhs', '999 000 0140', /last digit does not fit/],
  ['an NHS number that is too short', 'nhs', '943 476 591', /10 digits, and this has 9/],
  ['an NHS number with a letter', 'nhs', '943 476 591O', /only digits/],
  ['ten nines, where nobody knows the number', 'nhs', '9999999999', /nobody knows/],
  ['a UPN', 'upn', 'b801200005001', 'B801200005001'],
  ['a UPN with another letter', 'upn', 'A801200005001', /first letter does not fit/],
  ['a UPN with a wrong digit', 'upn', 'B801200005002', /first letter does not fit/],
  ['a temporary UPN, which ends with a letter', 'upn', 'M 8012 0000 500A', 'M80120000500A'],
  ['a temporary UPN with a wrong last letter', 'upn', 'M80120000500B', /first letter does not fit/],
  ['a UPN with the letter O for a zero', 'upn', 'M80120000500O', /never has the letters I, O or S/],
  ['a UPN with a letter in the middle', 'upn', 'X80120000A001', /a letter and then 12 digits/],
  ['a UPN that is too short', 'upn', 'A123 456', /13 characters, and this has 7/],
  ['a ULN', 'uln', '1000102504', '1000102504'],
  ['a ULN with a wrong digit', 'uln', '1000102505', /last digit does not fit/],
  ['ten nines, which stand for no ULN', 'uln', '9999999999', /last digit does not fit/],
  ['a ULN with a remainder of 0, which is never given out', 'uln', '1000000060', /does not fit/],
  ['a ULN that is too short', 'uln', '100010250', /10 digits/],
  ['a PNC identifier in full', 'pnc', '2003/0062845E', '2003/0062845E'],
  ['a PNC identifier in short', 'pnc', '03/62845e', '2003/0062845E'],
  ['a PNC identifier without its stroke', 'pnc', '20030062845E', '2003/0062845E'],
  ['a PNC identifier with remainder 0, whose letter is Z', 'pnc', '02/73319Z', '2002/0073319Z'],
  ['a PNC identifier with a wrong digit', 'pnc', '2003/0062846E', /last letter does not fit/],
  ['a PNC identifier of another year', 'pnc', '2004/0062845E', /last letter does not fit/],
  ['a PNC identifier with O as its letter', 'pnc', '2003/0062845O', /never ends with I, O or S/],
  ['a PNC identifier without a letter', 'pnc', '2003/0062845', /must look like/],
  ['a number of an earlier system', 'previous-system', ' AM-12345 ', 'AM-12345'],
  ['signs where a number should be', 'previous-system', '--', /as the earlier system writes it/],
]

describe('a number by which others know a child', () => {
  it.each(cases)('is read: %s', (_name, kind, typed, answer) => {
    const reading = readIdentifier(kind, typed)
    if (typeof answer === 'string') {
      expect(reading).toEqual({ kind: 'right', value: answer })
    } else {
      expect(reading).toMatchObject({
        kind: 'wrong',
        message: expect.stringMatching(answer) as string,
      })
    }
  })

  it('is never repeated in what is said about it', () => {
    for (const [, kind, typed] of cases) {
      const reading = readIdentifier(kind, typed)
      if (reading.kind === 'wrong' && typed.length > 4) expect(reading.message).not.toContain(typed)
    }
  })

  it('with any one digit wrong is refused, for every kind that has a check', () => {
    const numbers: readonly (readonly [IdentifierKind, string])[] = [
      ['nhs', '9434765919'],
      ['upn', 'B801200005001'],
      ['uln', '1000102504'],
      ['pnc', '2003/0062845E'],
    ]
    for (const [kind, number] of numbers) {
      // The century of the year is no part of the check.
      for (let at = kind === 'pnc' ? 2 : 0; at < number.length; at += 1) {
        const digit = number.charAt(at)
        if (!/\d/u.test(digit)) continue
        const other = `${number.slice(0, at)}${(Number(digit) + 1) % 10}${number.slice(at + 1)}`
        expect([other, readIdentifier(kind, other).kind]).toEqual([other, 'wrong'])
      }
    }
  })
})
