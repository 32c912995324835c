import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import type { OutcomeKind } from '../vocabulary/outcomes.ts'
import { figureValue } from './figures.ts'
import type { FollowedOffence } from './further-offences.ts'
import {
  reoffendingMeasure,
  reoffendingSettings,
  type FollowedDisposal,
  type ReoffendingSettings,
} from './reoffending.ts'
import { runMeasure } from './run-measures.ts'

const names = [
  { id: 'divert', kind: 'community-resolution', name: 'Divert' },
  { id: 'divert-plus', kind: 'community-resolution', name: 'Divert plus' },
] as const

type Dated<Fact, Key extends keyof Fact> = Partial<Omit<Fact, Key>> & { on?: string }

let made = 0
function aDisposal(
  parts: Dated<FollowedDisposal, 'decidedOn' | 'bornOn'> & { born?: string } = {},
) {
  made += 1
  const { on = '2024-01-10', born = '2010-05-05', ...rest } = parts
  return {
    id: `disposal-${made}`,
    childId: 'kai',
    referralId: `referral-${made}`,
    kind: 'youth-caution' as OutcomeKind,
    appeal: 'none' as const,
    decidedOn: plainDate(on),
    bornOn: plainDate(born),
    ...rest,
  }
}

function anOffence(
  parts: Dated<FollowedOffence, 'occurredOn' | 'outcomes'> & {
    led?: readonly OutcomeKind[]
    ledOn?: string
  } = {},
): FollowedOffence {
  made += 1
  const { on = '2024-06-01', led = ['youth-caution'], ledOn = '2024-08-01', ...rest } = parts
  return {
    id: `offence-${made}`,
    childId: 'kai',
    referralId: `later-referral-${made}`,
    isReferralClosed: false,
    occurredOn: plainDate(on),
    outcomes: led.map((kind, index) => ({
      id: `led-${made}-${index}`,
      kind,
      decidedOn: plainDate(ledOn),
      appeal: 'none' as const,
    })),
    ...rest,
  }
}

function ask(
  disposals: readonly FollowedDisposal[],
  offences: readonly FollowedOffence[] = [],
  { asOf = '2026-01-01', ...settings }: Partial<ReoffendingSettings> & { asOf?: string } = {},
) {
  const measure = reoffendingMeasure({ ...reoffendingSettings, ...settings })
  return runMeasure(measure, {
    period: { from: plainDate('2024-01-01'), to: plainDate('2024-12-31') },
    asOf: plainDate(asOf),
    population: null,
    facts: { outcomeNames: names, disposals, offences },
  })
}

const numbers = (result: ReturnType<typeof ask>, group: string) =>
  ['reoffended', 'received', 'unknown', 'turned-18'].map(
    kind => result.figures.find(figure => figure.id === `${kind}-${group}`)?.numerator,
  )

const answerOf = (result: ReturnType<typeof ask>) => result.rows.map(row => row.answer)

describe('a published local table: children who re-offended within 12 months', () => {
  it.each([
    {
      kind: 'community-resolution',
      section: 'Divert and Divert plus',
      received: 187,
      reoffended: 20,
      percent: 11,
    },
    { kind: 'youth-caution', section: 'Youth caution', received: 24, reoffended: 1, percent: 4 },
    {
      kind: 'youth-conditional-caution',
      section: 'Youth conditional caution',
      received: 50,
      reoffended: 5,
      percent: 10,
    },
  ] as const)('$kind', ({ kind, section, received, reoffended, percent }) => {
    const disposals = Array.from({ length: received }, (_, index) =>
      aDisposal({ kind, childId: `child-${index}` }),
    )
    const offences = disposals.slice(0, reoffended).map(({ childId }) => anOffence({ childId }))
    const result = ask(disposals, offences)
    expect(numbers(result, kind)).toEqual([reoffended, received, 0, 0])
    const share = result.figures.find(figure => figure.id === `reoffended-${kind}`)
    expect(share).toMatchObject({ section, denominator: received })
    expect(share && Math.round((figureValue(share) ?? 0) * 100)).toBe(percent)
  })
})

describe('the twelve months', () => {
  it.each([
    ['the day of the disposal', '2024-01-10', 'in-denominator'],
    ['the day after', '2024-01-11', 'counted'],
    ['twelve months later to the day', '2025-01-10', 'counted'],
    ['a day more', '2025-01-11', 'in-denominator'],
  ])('an offence on %s', (_, on, expected) => {
    expect(answerOf(ask([aDisposal()], [anOffence({ on, ledOn: '2025-03-01' })]))).toEqual([
      expected,
    ])
  })

  it('end on 28 February for a disposal on 29 February', () => {
    const disposal = aDisposal({ on: '2024-02-29' })
    const onDay = (on: string) =>
      answerOf(ask([disposal], [anOffence({ on, ledOn: '2025-05-01' })]))
    expect(onDay('2025-02-28')).toEqual(['counted'])
    expect(onDay('2025-03-01')).toEqual(['in-denominator'])
  })

  it('are followed by six months of waiting before nothing is believed to be nothing', () => {
    expect(answerOf(ask([aDisposal()], [], { asOf: '2025-07-09' }))).toEqual(['unknown'])
    expect(answerOf(ask([aDisposal()], [], { asOf: '2025-07-10' }))).toEqual(['in-denominator'])
    expect(answerOf(ask([aDisposal()], [], { asOf: '2025-04-10', waitingMonths: 3 }))).toEqual([
      'in-denominator',
    ])
  })

  it('bring a child who re-offended early into the share on the same day as the others', () => {
    const disposals = [aDisposal(), aDisposal({ childId: 'lee' })]
    const onDay = (asOf: string) => {
      const result = ask(disposals, [anOffence()], { asOf })
      const share = result.figures.find(({ id }) => id === 'reoffended-youth-caution')
      const already = result.figures.find(({ id }) => id === 'already-youth-caution')
      return [share?.numerator, share?.denominator, already?.numerator]
    }
    expect(onDay('2025-07-09')).toEqual([0, 0, 1])
    expect(onDay('2025-07-10')).toEqual([1, 2, 0])
  })

  it('name the offence of a child who is too early for the share, and the day from which it counts', () => {
    const [row] = ask([aDisposal()], [anOffence()], { asOf: '2025-07-09' }).rows
    expect(row?.reason).toContain('1 June 2024')
    expect(row?.reason).toContain('10 July 2025')
  })

  it('say from which day the answer is sure', () => {
    const [row] = ask([aDisposal()], [], { asOf: '2025-01-01' }).rows
    expect(row?.reason).toContain('Too early to tell')
    expect(row?.reason).toContain('10 July 2025')
  })

  it('show a re-offence at once, beside the share', () => {
    const already = (asOf: string) =>
      ask([aDisposal()], [anOffence()], { asOf }).figures.find(
        ({ id }) => id === 'already-youth-caution',
      )?.numerator
    expect(already('2024-08-01')).toBe(1)
    expect(already('2024-07-31')).toBe(0)
  })
})

describe('what counts as a re-offence', () => {
  it.each([
    ['community resolution', ['community-resolution'], 'counted', 'in-denominator'],
    ['youth caution', ['youth-caution'], 'counted', 'counted'],
    ['conviction', ['referral-order'], 'counted', 'counted'],
    ['Outcome 22', ['outcome-22'], 'in-denominator', 'in-denominator'],
    ['no further action', ['no-further-action'], 'in-denominator', 'in-denominator'],
    ['charge and then conviction', ['charge', 'conditional-discharge'], 'counted', 'counted'],
    ['charge with no result yet', ['charge'], 'unknown', 'unknown'],
    ['nothing decided yet', [], 'unknown', 'unknown'],
  ] as const)('%s', (_, led, anyDisposal, formal) => {
    const offences = [anOffence({ led })]
    expect(answerOf(ask([aDisposal()], offences))).toEqual([anyDisposal])
    expect(answerOf(ask([aDisposal()], offences, { whatCountsAsReoffence: 'formal' }))).toEqual([
      formal,
    ])
  })

  it('is never an offence of the referral that led to the disposal', () => {
    const disposal = aDisposal()
    const same = anOffence({ referralId: disposal.referralId })
    expect(answerOf(ask([disposal], [same]))).toEqual(['in-denominator'])
  })

  it('is never an offence that the disposal itself decided', () => {
    const disposal = aDisposal({ referralId: null })
    const outcome = { ...disposal, appeal: 'none' as const }
    const offence = { ...anOffence({ led: [] }), referralId: null, outcomes: [outcome] }
    expect(answerOf(ask([disposal], [offence]))).toEqual(['in-denominator'])
  })

  it('may be an offence with no referral when the disposal has none either', () => {
    const offence = anOffence({ referralId: null })
    expect(answerOf(ask([aDisposal({ referralId: null })], [offence]))).toEqual(['counted'])
  })

  it('is not an outcome that an appeal struck out', () => {
    const offence = anOffence()
    const struck = offence.outcomes.map(outcome => ({ ...outcome, appeal: 'successful' as const }))
    expect(answerOf(ask([aDisposal()], [{ ...offence, outcomes: struck }]))).toEqual([
      'in-denominator',
    ])
  })

  it("is not another child's offence", () => {
    expect(answerOf(ask([aDisposal()], [anOffence({ childId: 'sam' })]))).toEqual([
      'in-denominator',
    ])
  })

  it('is found behind an undecided one', () => {
    const offences = [anOffence({ led: [], on: '2024-02-01' }), anOffence({ on: '2024-09-01' })]
    expect(answerOf(ask([aDisposal()], offences))).toEqual(['counted'])
  })

  it('stays not known while an offence is alleged, until its referral is closed without an outcome', () => {
    const alleged = anOffence({ led: [] })
    const [row] = ask([aDisposal()], [alleged]).rows
    expect(row).toMatchObject({ answer: 'unknown' })
    expect(row?.reason).toContain('alleged and undecided')
    expect(answerOf(ask([aDisposal()], [{ ...alleged, isReferralClosed: true }]))).toEqual([
      'in-denominator',
    ])
  })
})

describe('who is followed', () => {
  it('follows a child once for each kind, from the first in the period', () => {
    const result = ask([
      aDisposal({ on: '2024-06-01', id: 'second' }),
      aDisposal({ on: '2024-02-01', id: 'first' }),
      aDisposal({ on: '2024-03-01', id: 'other-kind', kind: 'community-resolution' }),
      aDisposal({ on: '2023-12-31', id: 'before' }),
      aDisposal({ on: '2025-01-01', id: 'after' }),
    ])
    expect(result.rows.map(row => row.id)).toEqual(['other-kind', 'first'])
  })

  it('puts Outcome 22 and deferred prosecution in one group', () => {
    const result = ask([
      aDisposal({ kind: 'deferred-prosecution' }),
      aDisposal({ kind: 'outcome-22', on: '2024-05-01' }),
    ])
    expect(numbers(result, 'outcome-22')).toEqual([0, 1, 0, 0])
  })

  it('passes over a disposal that an appeal struck out, and lists it when there is no other', () => {
    const struck = aDisposal({ appeal: 'changed', id: 'struck' })
    expect(ask([struck, aDisposal({ on: '2024-05-01', id: 'next' })]).rows).toMatchObject([
      { id: 'next', answer: 'in-denominator' },
    ])
    expect(ask([struck]).rows).toMatchObject([{ id: 'struck', answer: 'excluded' }])
    expect(numbers(ask([struck]), 'youth-caution')).toEqual([0, 0, 0, 0])
  })

  it('leaves the unknown out of both parts of the share and shows them beside it', () => {
    const result = ask(
      [aDisposal(), aDisposal({ childId: 'sam' }), aDisposal({ childId: 'ash', on: '2024-12-01' })],
      [anOffence()],
      { asOf: '2025-12-31' },
    )
    expect(numbers(result, 'youth-caution')).toEqual([1, 3, 1, 0])
    expect(result.figures.find(figure => figure.id === 'reoffended-youth-caution')).toMatchObject({
      numerator: 1,
      denominator: 2,
    })
  })
})

describe('a child who turned 18', () => {
  it.each([
    ['on the last day of the follow-up', '2007-01-10', 1],
    ['the day after it', '2007-01-11', 0],
    ['soon after the disposal', '2006-02-01', 1],
  ])('%s', (_, born, expected) => {
    const result = ask([aDisposal({ born })])
    expect(answerOf(result)).toEqual(['in-denominator'])
    expect(numbers(result, 'youth-caution')).toEqual([0, 1, 0, expected])
    expect(result.rows[0]?.reason.includes('18th birthday')).toBe(expected === 1)
  })

  it('is no gap when a re-offence was found', () => {
    const result = ask([aDisposal({ born: '2006-02-01' })], [anOffence()])
    expect(numbers(result, 'youth-caution')).toEqual([1, 1, 0, 0])
  })
})
