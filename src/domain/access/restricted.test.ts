import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { isWholeName, urgentAccessEnds, whoIsTold, whyNotRestrict } from './restricted.ts'

const worker = { id: 'worker', role: 'case-manager' } as const
const manager = { id: 'manager', role: 'team-manager' } as const

describe('restricting a record', () => {
  it('needs a contact person who may open it', () => {
    expect(whyNotRestrict('somebody', [worker, manager])?.field).toBe('contactId')
    expect(whyNotRestrict('worker', [worker, manager])).toBeNull()
  })

  it('needs a manager among those named, who can lift it', () => {
    expect(whyNotRestrict('worker', [worker])?.field).toBe('names')
  })
})

describe('urgent access', () => {
  it('ends after a day of 24 hours', () => {
    const ends = urgentAccessEnds(Temporal.Instant.from('2026-03-28T12:00:00Z'))
    expect(ends.toString()).toBe('2026-03-29T12:00:00Z')
  })

  it('is told to the contact person and the managers named, each once, and not to who took it', () => {
    const head = { id: 'head', role: 'head-of-service' } as const
    expect(whoIsTold('worker', [worker, manager, head], 'stranger')).toEqual([
      'worker',
      'manager',
      'head',
    ])
    expect(whoIsTold('manager', [worker, manager], 'stranger')).toEqual(['manager'])
    expect(whoIsTold('manager', [worker, manager, head], 'head')).toEqual(['manager'])
  })
})

describe('a search for a restricted child', () => {
  const child = { givenName: 'Siobhán', familyName: "O'Neill-Ó Súilleabháin", knownAs: 'Shiv' }

  it('fits with the whole name, in any order, without accents, or with the name they are called', () => {
    expect(isWholeName(['oneill', 'o', 'suilleabhain', 'siobhan'], child)).toBe(true)
    expect(isWholeName(['shiv', 'oneill', 'o', 'suilleabhain'], child)).toBe(true)
  })

  it('does not fit with part of the name, with more, or with a name that only sounds alike', () => {
    expect(isWholeName(['siobhan'], child)).toBe(false)
    expect(isWholeName(['siobhan', 'oneill', 'o', 'suilleabhain', 'ann'], child)).toBe(false)
    expect(isWholeName(['shivaun', 'oneill', 'o', 'suilleabhain'], child)).toBe(false)
  })
})
