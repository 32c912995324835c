import { describe, expect, it } from 'vitest'
import { keysOfTypedNumber, searchKeysOf, type SearchedChild } from './search-keys.ts'

const child: SearchedChild = {
  givenName: 'Mary-Ann',
  familyName: "O'Brien",
  knownAs: 'Bear',
  formerNames: ['Perpetua'],
  identifiers: [],
  addresses: [],
}

const keys = (more: Partial<SearchedChild>) =>
  searchKeysOf({ ...child, ...more }).map(({ kind, key }) => `${kind} ${key}`)

describe("a child's search keys", () => {
  it('are of every name, its words and the whole closed up', () => {
    expect(keys({})).toEqual([
      'made made:1',
      'name name:mary',
      'name name:ann',
      'name name:maryann',
      'name name:obrien',
      'known-as name:bear',
      'former-name name:perpetua',
    ])
  })

  it.each([
    ['PNC', { kind: 'pnc', value: '22/123A' }, '2022/0000123A'],
    ['PNC typed short', { kind: 'pnc', value: '2022/0000123A' }, '22/123a'],
    ['NHS', { kind: 'nhs', value: '943 476 5919' }, '943-476-5919'],
    ['UPN', { kind: 'upn', value: 'A999123456789' }, 'a999 123 456 789'],
    ['earlier system', { kind: 'previous-system', value: 'AM-40417' }, 'am40417'],
    ['earlier system, the figures alone', { kind: 'previous-system', value: 'AM-40417' }, '40417'],
  ])('have the number in every spelling: %s', (_name, identifier, typed) => {
    const numbers = searchKeysOf({ ...child, identifiers: [identifier] }).map(({ key }) => key)
    expect(keysOfTypedNumber(typed).some(key => numbers.includes(key))).toBe(true)
  })

  it('have the words of an address and both parts of its postcode', () => {
    const addresses = [{ text: '14a Mill Street, Amberford, de451ab', isCurrent: false }]
    expect(keys({ addresses }).slice(-6)).toEqual([
      'former-home place:14a',
      'former-home place:mill',
      'former-home place:street',
      'former-home place:amberford',
      'former-home postcode:DE451AB',
      'former-home outward:DE45',
    ])
  })

  it('are one at least, even for a child without a letter in the name', () => {
    const nobody = { givenName: '–', familyName: '?', knownAs: null, formerNames: [] }
    expect(keys(nobody)).toEqual(['made made:1'])
  })
})
