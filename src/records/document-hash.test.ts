import { describe, expect, it } from 'vitest'
import { documentHash } from './document-hash.ts'

describe('the fingerprint of a signed document', () => {
  it('is the SHA-256 of its JSON', () => {
    // printf '{"a":[1,"é",null],"b":true}' | sha256sum
    expect(documentHash({ b: true, a: [1, 'é', null] })).toBe(
      'abf8cb0768fa2e6baaa487c61a0cb9de9d5c1d9bf0a4e4357ee8f2712318cea1',
    )
  })

  it('does not depend on the order of its parts by name', () => {
    const one = documentHash({ goal: 'Back to college', safe: 'Call Mum' })
    expect(documentHash({ safe: 'Call Mum', goal: 'Back to college' })).toBe(one)
  })

  it('changes with a single word, and with the order of a list', () => {
    expect(documentHash(['a', 'b'])).not.toBe(documentHash(['b', 'a']))
    expect(documentHash({ goal: 'College' })).not.toBe(documentHash({ goal: 'college' }))
  })
})
