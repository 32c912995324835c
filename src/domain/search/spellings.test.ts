import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginningOf, lettersThatMayBeWrong, spellingsToKeep, spellingsToTry } from './spellings.ts'
import { likenessOfWords } from './word-likeness.ts'

const meet = (typed: string, known: string) => {
  const kept = new Set(spellingsToKeep(known))
  return spellingsToTry(typed).some(spelling => kept.has(spelling))
}

const letter = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const word = (min: number, max: number) =>
  fc.array(letter, { minLength: min, maxLength: max }).map(letters => letters.join(''))

/** A slip of the pen at a place: a letter put in, left out or changed. */
const slip = fc.record({ kind: fc.constantFrom('in', 'out', 'other'), at: fc.nat(12), letter })
type Slip = { kind: string; at: number; letter: string }

function withSlip(text: string, { kind, at, letter: other }: Slip): string {
  const place = at % text.length
  const rest = kind === 'in' ? place : place + 1
  return `${text.slice(0, place)}${kind === 'out' ? '' : other}${text.slice(rest)}`
}

describe('spellings', () => {
  it('meet for two wrong letters anywhere in a word of seven or more', () => {
    fc.assert(
      fc.property(word(7, 12), slip, slip, (known, first, second) => {
        expect(meet(withSlip(withSlip(known, first), second), known)).toBe(true)
      }),
    )
  })

  it('meet for one wrong letter anywhere in a shorter word', () => {
    fc.assert(
      fc.property(word(3, 6), slip, (known, one) => {
        expect(meet(withSlip(known, one), known)).toBe(true)
      }),
    )
  })

  it('meet for whatever counts as alike, but for beginnings, which are a range', () => {
    fc.assert(
      fc.property(word(2, 10), word(2, 10), (typed, known) => {
        const likeness = likenessOfWords(typed, known)
        fc.pre(likeness !== undefined && likeness !== 'beginning')
        expect(meet(typed, known)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('are few, however long the word', () => {
    expect(spellingsToKeep('abcdefghijklmnop').length).toBeLessThanOrEqual(32)
    expect(spellingsToTry('abcdefghijklmnop').length).toBeLessThanOrEqual(31)
  })

  it('keep the beginning as a text that sorts before all that begin so', () => {
    expect(beginningOf('sam') <= beginningOf('samuel')).toBe(true)
    expect(spellingsToKeep('samuel')).toContain(beginningOf('samuel'))
  })
})

describe('how many letters may be wrong', () => {
  it.each([
    ['al', 'ali', 1],
    ['al', 'el', 0],
    ['kuill', 'quill', 1],
    ['carter', 'cartre', 1],
    ['blakwod', 'blackwood', 2],
    ['wood', 'blackwood', 2],
  ])('%s for %s: %i', (typed, known, most) => {
    expect(lettersThatMayBeWrong(typed, known)).toBe(most)
  })
})
