import { describe, expect, it } from 'vitest'
import { bestFirst, reasonsFound, type Fit } from './found-child.ts'
import type { Reading } from './search-terms.ts'
import type { WordLikeness } from './word-likeness.ts'

const names = { givenName: 'Samuel', familyName: 'Smith-Okafor', knownAs: 'Bear' }

const reasons = (typed: string, fit: Omit<Fit, 'term'>, likeness: WordLikeness = 'same') => {
  const meanings = [{ key: fit.key, likeness, cost: 0 }]
  const reading: Reading = { terms: [{ typed, isRequired: true, meanings }], asksBirth: false }
  return reasonsFound(reading, [{ term: 0, ...fit }], names)
}

describe('why a child was found', () => {
  it.each([
    ['Name', 'okafor', 'name', 'name:okafor', 'same'],
    ['Samuel, which begins with “sam”', 'sam', 'name', 'name:samuel', 'beginning'],
    ['Okafor: one letter is not as in “okafer”', 'okafer', 'name', 'name:okafor', 'one letter'],
    ['Okafor, which sounds like “ocafor”', 'ocafor', 'name', 'name:okafor', 'sounds like'],
    ['Known as Bear', 'bear', 'known-as', 'name:bear', 'same'],
    ['Lives at mill', 'mill', 'home', 'place:mill', 'same'],
    ['Lives at DE45 1AB', 'DE45 1AB', 'home', 'postcode:DE451AB', 'same'],
    ['Lived at DE45', 'DE45', 'former-home', 'outward:DE45', 'same'],
    ['Number', '40417', 'number', 'number:40417', 'same'],
    ['A name of before', 'perpetua', 'former-name', 'name:perpetua', 'same'],
  ] as const)('%s', (reason, typed, kind, key, likeness) => {
    expect(reasons(typed, { kind, key }, likeness)).toEqual([reason])
  })

  it('names the date of birth when it was asked for', () => {
    expect(reasonsFound({ terms: [], asksBirth: true }, [], names)).toEqual(['Date of birth'])
  })
})

describe('the order', () => {
  it('is by what differs, then by name', () => {
    const child = (familyName: string, cost: number) => ({ givenName: 'A', familyName, cost })
    const found = [child('Cole', 3), child('Bell', 0), child('Abbott', 3)]
    expect(bestFirst(found).map(({ familyName }) => familyName)).toEqual(['Bell', 'Abbott', 'Cole'])
  })
})
