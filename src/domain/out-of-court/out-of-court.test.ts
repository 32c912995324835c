import { describe, expect, it } from 'vitest'
import { decidedDay as day, readyToDecide as ready } from '#test/decision-facts.ts'
import { addDays } from '../calendar/plain-date.ts'
import { declaredPolicy } from '../rules/policy.ts'
import { guardStandings } from './guard-standing.ts'
import { decisionGuards } from './out-of-court-rules.ts'
import { recordDecision, summaryLimit } from './record-decision.ts'

const dayBefore = addDays(day, -1)
const dayAfter = addDays(day, 1)
const asked = { asOf: day, policy: declaredPolicy }

describe('recording a decision', () => {
  const around = {
    receivedOn: dayBefore,
    isClosed: false,
    hasOutcome: false,
    today: day,
    policy: declaredPolicy,
  }

  it.each([
    ['community-resolution', null],
    ['no-further-action', 'No further action'],
    ['charge', 'Back to charge'],
  ] as const)('allows %s and says what becomes of the referral', (decision, closesBecause) => {
    const recorded = recordDecision({ ...ready, decision }, around, decisionGuards)
    expect(recorded).toEqual({ kind: 'allowed', closesBecause })
  })

  it('names the rule of everything that stops it', () => {
    const recorded = recordDecision(
      { ...ready, explanation: null, rationale: '' },
      around,
      decisionGuards,
    )
    const stops = recorded.kind === 'stopped' ? recorded.stops : []
    expect(stops.map(one => one.ruleId)).toEqual(['HMIP-3.4-joint', 'HMIP-3.4-implications'])
  })

  it.each([
    ['a second one', { hasOutcome: true }, 'already recorded'],
    ['one for a closed referral', { isClosed: true }, 'closed'],
    ['one of tomorrow', { today: dayBefore }, 'today or in the past'],
    ['one before the referral', { receivedOn: dayAfter }, 'earlier than the referral'],
  ])('refuses %s', (_name, change, words) => {
    const recorded = recordDecision(ready, { ...around, ...change }, [])
    expect(recorded.kind === 'stopped' ? recorded.stops[0]?.message : '').toContain(words)
  })

  it('takes a decision on the day of the referral', () => {
    const recorded = recordDecision(ready, { ...around, receivedOn: day }, [])
    expect(recorded.kind).toBe('allowed')
  })
})

describe('where the guards stand before anything is typed', () => {
  it('shows what is there, and what the page itself asks for', () => {
    const states = guardStandings(ready, decisionGuards, asked).map(one => [
      one.guard.id,
      one.state,
    ])
    expect(Object.fromEntries(states)).toEqual({
      'OM-6.1-panel': 'there',
      'HMIP-3.4-joint': 'asked-below',
      'HMIP-3.4-implications': 'there',
      'OM-6.2-eha': 'there',
      'OM-6.4-care-qa': 'not-applicable',
      'OM-6.3-ycc-length': 'asked-below',
    })
  })

  it('says for each gap which part of the record it belongs to', () => {
    const bare = {
      ...ready,
      isLookedAfter: true,
      checks: [],
      panel: null,
      assessment: null,
      explanation: null,
    }
    const gaps = guardStandings(bare, decisionGuards, asked).flatMap(one => one.missing)
    expect(gaps.map(gap => gap.about)).toEqual([
      'checks',
      'checks',
      'assessment',
      'listing',
      'explanation',
      'assessment',
      'quality-assurance',
    ])
  })
})

describe('the limit for summary offences', () => {
  it('is 16 weeks after the earliest offence, and unknown without one', () => {
    expect(summaryLimit([dayAfter, day])?.toString()).toBe('2026-06-22')
    expect(summaryLimit([])).toBeNull()
  })
})
