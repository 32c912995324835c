import { describe, expect, it } from 'vitest'
import { whyNotParent, whyNotPartners } from './why-not-link.ts'

const family = {
  parents: [
    { parentId: 'nan', childId: 'mo', nature: 'birth' },
    { parentId: 'mo', childId: 'sam', nature: 'birth' },
    { parentId: 'ed', childId: 'sam', nature: 'birth' },
  ],
  partners: [{ a: 'mo', b: 'ed', status: 'married', from: null, to: null }],
} as const

describe('a parent and a child', () => {
  it.each([
    ['the same person', 'sam', 'sam', 'step', /different/u],
    ['recorded already', 'mo', 'sam', 'step', /already/u],
    ['a grandchild as the parent', 'sam', 'nan', 'step', /parent or grandparent/u],
    ['a third birth parent', 'al', 'sam', 'birth', /Two birth parents/u],
  ] as const)('are refused: %s', (_name, parentId, childId, nature, words) => {
    expect(whyNotParent({ parentId, childId, nature }, family)).toMatch(words)
  })

  it('may be a third who is no birth parent', () => {
    expect(whyNotParent({ parentId: 'al', childId: 'sam', nature: 'step' }, family)).toBeNull()
  })
})

describe('a couple', () => {
  const couple = (a: string, b: string) =>
    whyNotPartners({ a, b, status: 'together', from: null, to: null }, family)

  it('is refused for one person, the same two turned round, and a parent with a child', () => {
    expect(couple('mo', 'mo')).toMatch(/different/u)
    expect(couple('ed', 'mo')).toMatch(/already/u)
    expect(couple('sam', 'nan')).toMatch(/parent or grandparent/u)
  })

  it('may come after another one', () => {
    expect(couple('mo', 'al')).toBeNull()
  })
})
