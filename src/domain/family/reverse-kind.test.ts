import { expect, it } from 'vitest'
import { reverseKind } from './reverse-kind.ts'

it.each([
  ['sibling', 'female', 'sibling'],
  ['half-sibling', 'male', 'half-sibling'],
  ['friend', 'male', 'friend'],
  ['mother', 'male', 'own-child'],
  ['own-child', 'female', 'mother'],
  ['own-child', 'male', 'father'],
  ['own-child', 'not-known', 'other'],
  ['aunt-or-uncle', 'female', 'other'],
] as const)('turns %s of a child (%s) into %s', (kind, sex, expected) => {
  expect(reverseKind(kind, sex)).toBe(expected)
})
