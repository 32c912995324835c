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
  const meanings = [
    { key: 'name:cole', likeness: 'same', cost: 0 },
    { key: 'name:coles', likeness: 'beginning', cost: 2 },
  ] as const
  const term = { typed: 'cole', isRequired: true, meanings }
  const reading: Reading = { terms: [term], asksBirth: false }
  const candidate = (id: string, kind: Fit['kind'], key: string, familyName = 'Cole') => ({
    id,
    givenName: 'A',
    familyName,
    reading: 0,
    keys: [{ kind, key }],
  })

  it('is by what differs, then by name', () => {
    const found = bestFirst(
      [reading],
      [
        candidate('begins', 'name', 'name:coles', 'Coles'),
        candidate('second', 'name', 'name:cole', 'Cole'),
        candidate('former', 'former-name', 'name:cole', 'Bell'),
        candidate('first', 'name', 'name:cole', 'Abbott-Cole'),
      ],
    )
    expect(found.map(({ id, cost }) => [id, cost])).toEqual([
      ['first', 0],
      ['second', 0],
      ['former', 1],
      ['begins', 2],
    ])
  })

  it('has each child once, by its best reading and its best key', () => {
    const street = { typed: 'street', isRequired: false, meanings: [] }
    const readings = [{ terms: [term, street], asksBirth: false }, reading]
    const child = candidate('one', 'name', 'name:coles')
    const keys = [...child.keys, { kind: 'known-as', key: 'name:cole' } as const]
    const found = bestFirst(readings, [
      { ...child, keys },
      { ...child, keys, reading: 1 },
    ])
    expect(found.map(({ reading: at, cost, fits }) => [at, cost, fits[0]?.kind])).toEqual([
      [1, 0, 'known-as'],
    ])
  })
})
