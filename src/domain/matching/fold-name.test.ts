import { describe, expect, it } from 'vitest'
import { closeUp, foldName } from './fold-name.ts'

describe('folding a name', () => {
  it.each([
    ["O'Neill-Ó Súilleabháin", 'oneill o suilleabhain'],
    ['O’NEILL', 'oneill'],
    ['Llŷr', 'llyr'],
    ['Siân', 'sian'],
    ['Dafydd  ap-Rhys ', 'dafydd ap rhys'],
    ['Łukasz', 'lukasz'],
    ['Sørensen', 'sorensen'],
    ['Straße', 'strasse'],
    ['Nguyễn', 'nguyen'],
    ['مُحَمَّد', 'محمد'],
    ['Андрій', 'андріи'],
    ['ｆｕｌｌ', 'full'],
    ['प्रिया', 'प्रिया'],
    ['👋', ''],
  ])('makes %s into %s', (name, folded) => {
    expect(foldName(name)).toBe(folded)
  })

  it('closes up the ways of writing a double name', () => {
    expect(new Set(['Mary-Ann', 'Mary Ann', 'Maryann'].map(closeUp))).toEqual(new Set(['maryann']))
  })
})
