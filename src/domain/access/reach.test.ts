import { describe, expect, it } from 'vitest'
import { reachOf } from './reach.ts'

describe('what a role reaches', () => {
  it('is the whole service for case managers, who cover for each other, unless the service settles on less', () => {
    expect(reachOf('case-manager', null)).toBe('whole-service')
    expect(reachOf('case-manager', 'own-team')).toBe('own-team')
  })

  it('is narrow for people of other organisations', () => {
    expect(reachOf('panel-member', null)).toBe('tonights-panel')
    expect(reachOf('police-colleague', null)).toBe('police-referrals')
    expect(reachOf('social-worker-read-only', null)).toBe('shared-with-me')
  })

  it('is nothing at all when the service has settled on something this version does not know', () => {
    expect(() => reachOf('case-manager', 'own-street')).toThrow('own-street')
  })
})
