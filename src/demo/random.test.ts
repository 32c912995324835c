import { expect, it } from 'vitest'
import { z } from 'zod'
import { randomFrom } from './random.ts'

it('draws the same from the same seed and something else from another', () => {
  const draws = (seed: string) => {
    const random = randomFrom(seed)
    return [random.whole(1, 1_000_000), random.uuid(), random.shuffled([1, 2, 3, 4, 5, 6, 7, 8])]
  }
  expect(draws('7')).toEqual(draws('7'))
  expect(draws('7')).not.toEqual(draws('8'))
})

it('makes ids that the pages accept, none twice', () => {
  const random = randomFrom('ids')
  const ids = Array.from({ length: 20_000 }, () => random.uuid())
  expect(new Set(ids).size).toBe(ids.length)
  expect(z.array(z.uuid({ version: 'v4' })).safeParse(ids).success).toBe(true)
})

it('keeps both ends of a range, and comes near to the shares it is asked for', () => {
  const random = randomFrom('ends')
  const draws = Array.from({ length: 6_000 }, () => random.whole(1, 6))
  expect(Math.min(...draws)).toBe(1)
  expect(Math.max(...draws)).toBe(6)
  const heads = Array.from({ length: 6_000 }, () => random.chance(0.25)).filter(Boolean).length
  expect(heads / 6_000).toBeCloseTo(0.25, 1)
})

it('leaves a stream where it is when another is taken from it', () => {
  const [one, other] = [randomFrom('fork'), randomFrom('fork')]
  one.fork('names').uuid()
  expect(one.uuid()).toBe(other.uuid())
})

it('refuses to pick from nothing', () => {
  expect(() => randomFrom('none').pick([])).toThrow('nothing to pick from')
})
