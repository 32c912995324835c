import { describe, expect, it } from 'vitest'
import { nameKeys } from './name-keys.ts'

const shared = (a: string, b: string) => nameKeys(a).filter(key => nameKeys(b).includes(key))

describe('phonetic keys of names', () => {
  it.each([
    ['Mohammed', 'Muhammad'],
    ['Catherine', 'Kathryn'],
    ['Steven', 'Stephen'],
    ["O'Brien", 'O Brien'],
    ['al-Hassan', 'Hassan'],
    ['McDonald', 'Mc Donald'],
    ['Mary Ann', 'Maryann'],
    ['Siân', 'Sian'],
    ['Rhys', 'Reece'],
    ['Llŷr', 'Llyr'],
  ])('%s and %s share one', (a, b) => {
    expect(shared(a, b)).not.toEqual([])
  })

  it.each([
    ['Dafydd', 'Siân'],
    ['al-Hassan', 'al-Khatib'],
    ['Mohammed', 'Ahmed'],
  ])('%s and %s share none', (a, b) => {
    expect(shared(a, b)).toEqual([])
  })

  it.each(['محمد', '王', 'Андрій', 'अमित', 'Ng', 'Al', 'H', 'Wu', 'O'])('%s has a key', name => {
    expect(nameKeys(name)).not.toEqual([])
  })

  it('has none for a name without a letter, and each only once', () => {
    expect(nameKeys('', ' - ')).toEqual([])
    expect(nameKeys('Steven', 'Stephen')).toEqual(nameKeys('Steven'))
  })
})
