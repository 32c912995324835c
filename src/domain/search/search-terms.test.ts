import { describe, expect, it } from 'vitest'
import { readingsOf, readSearchBox, wordsToLookUp, type SimilarWord } from './search-terms.ts'

const like = (...keys: string[]) => keys.map(key => ({ key, isSameSound: false }))

const nothingKnown = new Map<string, readonly SimilarWord[]>()

const required = (
  text: string,
  similar: ReadonlyMap<string, readonly SimilarWord[]> = nothingKnown,
) =>
  readingsOf(readSearchBox(text), similar).map(({ terms }) =>
    terms.filter(term => term.isRequired).map(term => term.typed),
  )

describe('the ways to read a search', () => {
  it.each([
    ['sam okafor', [['sam', 'okafor']]],
    ['mill street', [['mill']]],
    ['street', [['street']]],
    ['al hassan', [['hassan']]],
    ['quill de45', [['quill', 'DE45']]],
    ['quill de45 1ab', [['quill', 'DE45 1AB']]],
    ['12/123a', [['12/123A'], ['12/123a']]],
    ['am 40417', [['am', '40417'], ['am 40417']]],
    ["%_'; --", []],
  ])('%s', (text, terms) => {
    expect(required(text)).toEqual(terms)
  })

  it('takes two words as one where somebody has that name', () => {
    const similar = new Map([['obrien', like('name:obrien')]])
    expect(required('o brien', similar)).toEqual([['brien'], ['obrien']])
    expect(required('o brien')).toEqual([['brien']])
  })

  it('reads a date of birth alone as a reading of its own, and figures as a number too', () => {
    const readings = readingsOf(readSearchBox('03022011'), nothingKnown)
    expect(readings.map(({ terms, asksBirth }) => [terms.length, asksBirth])).toEqual([
      [0, true],
      [1, false],
    ])
  })

  it('looks no more than eight words up, and each two side by side', () => {
    const text = 'one two three four five six seven eight nine ten'
    const { misspelt, asTyped } = wordsToLookUp(readSearchBox(text))
    expect([misspelt.length, asTyped.length]).toEqual([8, 7])
  })

  it('means no street by its sound and no house by another number', () => {
    const similar = new Map([
      ['larkspor', like('place:larkspur', 'name:larkspur')],
      ['14', like('place:15', 'place:145')],
    ])
    const keys = readingsOf(readSearchBox('14 larkspor'), similar).flatMap(({ terms }) =>
      terms.flatMap(term => term.meanings.map(({ key }) => key)),
    )
    expect(keys).not.toContain('place:15')
    expect(keys).not.toContain('place:145')
    expect(keys).toContain('place:larkspur')
  })
})
