import { describe, expect, it } from 'vitest'
import { randomFrom } from '../random.ts'
import { chronologyWords } from './chronologies.ts'
import { deckOf } from './deck.ts'
import { eventWords } from './events.ts'
import { fill, pronounWords } from './fill.ts'
import { casework, educations, general, interests, needs } from './people.ts'
import { stories } from './stories.ts'

const blanks =
  'name worker town park centre shop store school cafe street otherStreet safePerson office home weekday parentName parentTitle parentWord parentThem childParent yourParent'
const voices = [
  pronounWords('female', null),
  pronounWords('male', null),
  pronounWords('male', 'they/them'),
].map(words => ({
  ...words,
  ...Object.fromEntries(blanks.split(' ').map(blank => [blank, 'Word'])),
}))

function sentencesIn(words: unknown): string[] {
  if (typeof words === 'string') return [words]
  if (typeof words !== 'object' || words === null) return []
  return Object.values(words).flatMap(sentencesIn)
}
const all = [
  ...stories.flatMap(sentencesIn),
  ...sentencesIn([interests, needs, educations, eventWords, chronologyWords]),
  ...sentencesIn([general, casework]).filter(sentence => !sentence.includes('{quote}')),
]

describe('what is said of children', () => {
  it('has several hundred different sentences', () => {
    expect(new Set(all).size).toBeGreaterThan(700)
  })

  it('fills every blank, whatever the pronouns', () => {
    for (const voice of voices) for (const sentence of all) fill(sentence, voice)
  })

  it('is in the words of the service', () => {
    const refused =
      /\b(offenders?|nominals?|clients?|YPs?|perpetrators?|non-compliant|failed to)\b/iu
    expect(all.filter(sentence => refused.test(sentence))).toEqual([])
  })

  it('begins with a capital once filled', () => {
    const [voice] = voices
    const starts = all.map(sentence => fill(sentence.replace(/^[@#&]/, ''), voice ?? {}))
    expect(starts.filter(text => /^\p{Ll}/u.test(text) && text.includes(' '))).toEqual([])
  })
})

describe('filling a sentence', () => {
  it('makes verbs agree with the pronoun', () => {
    const sentence = '{They} {has} said what {they} want{s}.'
    expect(fill(sentence, pronounWords('male', 'they/them'))).toBe('They have said what they want.')
    expect(fill(sentence, pronounWords('female', null))).toBe('She has said what she wants.')
  })

  it('refuses a blank that it cannot fill', () => {
    expect(() => fill('{name} met {nobody}.', { name: 'Ava' })).toThrow('Nothing fills {nobody}')
  })
})

it('deals every sentence once', () => {
  const deck = deckOf(randomFrom('deck'), ['a', 'b', 'c'])
  expect([deck.deal(), deck.deal(), deck.deal()].toSorted()).toEqual(['a', 'b', 'c'])
  expect(deck.deal()).toBeUndefined()
})
