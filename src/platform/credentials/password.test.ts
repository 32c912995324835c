import { describe, expect, it } from 'vitest'
import { monotonicMilliseconds } from '#platform/clock.ts'
import { checkPassword, hashPassword } from './password.ts'

async function fastestOfThree(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < 3; run += 1) {
    const began = monotonicMilliseconds()
    await work()
    times.push(monotonicMilliseconds() - began)
  }
  return Math.min(...times)
}

describe('a password', () => {
  it('is kept as an argon2id hash of the cost that OWASP names, with a salt of its own', async () => {
    const [one, other] = [
      await hashPassword('three random words'),
      await hashPassword('three random words'),
    ]
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/u)
    expect(one).not.toBe(other)
  })

  it('is right or wrong', async () => {
    const hash = await hashPassword('three random words')
    expect(await checkPassword(hash, 'three random words')).toBe('right')
    expect(await checkPassword(hash, 'three random word')).toBe('wrong')
    expect(await checkPassword(null, 'three random words')).toBe('wrong')
  })

  it('is the same however its accents were typed', async () => {
    const hash = await hashPassword('cafe\u0301 au lait mit Zucker')
    expect(await checkPassword(hash, 'caf\u00e9 au lait mit Zucker')).toBe('right')
  })

  it('asks to be hashed again when its hash cost less than one does now', async () => {
    const weak = await hashPassword('three random words', {
      memoryCost: 8192,
      timeCost: 1,
      parallelism: 1,
    })
    expect(await checkPassword(weak, 'three random words')).toBe('right-but-weakly-hashed')
    expect(await checkPassword(weak, 'something else altogether')).toBe('wrong')
  })

  it('takes as long to refuse for nobody as for somebody', async () => {
    const hash = await hashPassword('three random words')
    await checkPassword(null, 'to make the hash of nobody')
    const forSomebody = await fastestOfThree(() => checkPassword(hash, 'a wrong password'))
    const forNobody = await fastestOfThree(() => checkPassword(null, 'a wrong password'))
    expect(forNobody / forSomebody).toBeGreaterThan(0.4)
  })
})
