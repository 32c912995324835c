import { describe, expect, it } from 'vitest'
import { parseSearch } from './parse-search.ts'

const read = (text: string) => {
  const { bornOn, ...rest } = parseSearch(text)
  return bornOn ? { ...rest, bornOn: bornOn.toString() } : rest
}

describe('a search box', () => {
  it.each([
    '2010-03-01',
    '01/03/2010',
    '1/3/2010',
    '1.3.2010',
    '1-3-10',
    '1 3 2010',
    '01032010',
    '1 March 2010',
    '1st mar 2010',
    '1st of March, 2010',
  ])('reads %s as a date of birth, day first', text => {
    expect(read(text)).toEqual({ words: [], bornOn: '2010-03-01' })
    expect(read(`Siân ${text} O'Neill`)).toEqual({
      words: ['sian', 'oneill'],
      bornOn: '2010-03-01',
    })
  })

  it.each([
    ['m11ae', { words: [], postcode: 'M1 1AE' }],
    ['cole SW1A 2aa', { words: ['cole'], postcode: 'SW1A 2AA' }],
    ['2022/0000123a', { words: [], identifier: '2022/0000123A' }],
    ['22/123A cole', { words: ['cole'], identifier: '22/123A' }],
    ['943 476 5919', { words: [], identifier: '943 476 5919' }],
    ['YJ-00417', { words: [], identifier: 'YJ-00417' }],
    ['  Mary-Ann   Cole ', { words: ['mary', 'ann', 'cole'] }],
    ['محمد علي', { words: ['محمد', 'علي'] }],
    ['', { words: [] }],
    ['May March', { words: ['may', 'march'] }],
    ["%_'; --", { words: [] }],
  ])('reads %j', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('reads a name, a date and a postcode together', () => {
    expect(read('Amy Cole 5/3/2010 M1 1AE')).toEqual({
      words: ['amy', 'cole'],
      bornOn: '2010-03-05',
      postcode: 'M1 1AE',
    })
  })

  it('does not invent a date of birth from one that does not exist', () => {
    expect(parseSearch('Amy 31/04/2010').bornOn).toBeUndefined()
    expect(parseSearch('Amy 31/04/2010').words).toEqual(['amy'])
  })
})
