import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { doubts, isAskedAgain, openAnswers, withStillTrue, type StillTrue } from './still-true.ts'

const day = plainDate('2026-03-02')
const spell = {
  id: 'home',
  startedOn: plainDate('2025-01-01'),
  endedOn: null,
  confirmedOn: null,
}

describe('whether a spell is asked again', () => {
  it.each([
    ['one that nobody has said since', spell, true],
    [
      'one that was said before the start',
      { ...spell, confirmedOn: plainDate('2026-03-01') },
      true,
    ],
    ['one that was said on the day of the start', { ...spell, confirmedOn: day }, false],
    ['one that was said since', { ...spell, confirmedOn: plainDate('2026-03-09') }, false],
    ['one that began on the day of the start', { ...spell, startedOn: day }, false],
    ['one that is known to end', { ...spell, endedOn: plainDate('2026-04-01') }, false],
  ])('%s', (_name, asked, isAsked) => {
    expect(isAskedAgain(asked, day)).toBe(isAsked)
  })
})

describe('what was said', () => {
  const said = (...entries: [string, StillTrue | null][]) => new Map(entries)

  it('waits where it is no yes, beside the other answers', () => {
    const answers = withStillTrue(
      { needs: 'A lift' },
      said(['home', 'not-sure'], ['school', 'yes']),
    )
    expect(answers).toEqual({ needs: 'A lift', stillTrue: [{ spell: 'home', said: 'not-sure' }] })
  })

  it('stands over what was said before, and leaves what was not asked', () => {
    const before = withStillTrue({}, said(['home', 'not-sure'], ['health', 'changed']))
    const now = withStillTrue(before, said(['home', 'yes']))
    expect(openAnswers(now)).toEqual([{ spellId: 'health', said: 'changed' }])
    expect(withStillTrue(now, said(['health', null]))).toEqual({})
  })

  it('is a question for the worker until somebody has said it', () => {
    const answers = withStillTrue({}, said(['home', 'not-sure']))
    expect(doubts(answers, [spell, { ...spell, id: 'other' }], day)).toEqual([spell])
    expect(doubts(answers, [{ ...spell, confirmedOn: plainDate('2026-03-09') }], day)).toEqual([])
  })
})
