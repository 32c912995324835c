import { describe, expect, it } from 'vitest'
import { costOfLikeness, likenessOfWords } from './word-likeness.ts'

describe('how a typed word may mean a known one', () => {
  it.each([
    ['same', 'okafor', 'okafor'],
    ['beginning', 'sam', 'samuel'],
    ['one letter', 'okafer', 'okafor'],
    ['one letter', 'jhon', 'john'],
    ['one letter', 'kuill', 'quill'],
    ['two letters', 'xlackwoox', 'blackwood'],
    ['sounds like', 'muhamad', 'mohammed'],
    ['sounds like', 'stephen', 'steven'],
    ['sounds a little like', 'reece', 'rhys'],
    [undefined, 'glockwoot', 'blackwood'],
    [undefined, 'okafor', 'quill'],
    [undefined, 'al', 'ed'],
  ])('%s: %s for %s', (likeness, typed, known) => {
    const found = likenessOfWords(typed, known)
    expect(found).toBe(likeness)
  })

  it('puts the same first and a sound far off last', () => {
    const order = Object.entries(costOfLikeness).toSorted(([, a], [, b]) => a - b)
    expect(order.map(([likeness]) => likeness)).toEqual([
      'same',
      'beginning',
      'one letter',
      'sounds like',
      'two letters',
      'sounds a little like',
    ])
  })
})
