import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { openIntervention, type OpeningFacts, type OutcomeToServe } from './open-intervention.ts'
import { suggestedKind } from './suggested-kind.ts'

const resolution = (values: Partial<OutcomeToServe> = {}): OutcomeToServe => ({
  id: 'resolution',
  kind: 'community-resolution',
  decidedOn: plainDate('2026-03-02'),
  referralId: 'referral',
  hasOpenWork: false,
  ...values,
})

const referral = {
  id: 'referral',
  receivedOn: plainDate('2026-02-16'),
  closedOn: null,
}

function open(values: Partial<OpeningFacts> = {}) {
  return openIntervention({
    kind: 'diversion',
    startedOn: plainDate('2026-03-02'),
    serves: ['resolution'],
    outcomes: [resolution()],
    referral,
    ...values,
  })
}

const reasons = (opening: ReturnType<typeof open>) =>
  opening.kind === 'refused'
    ? opening.problems.map(({ field, message }) => `${field}: ${message}`)
    : []

describe('opening work with a child', () => {
  it('takes the place of the referral', () => {
    expect(open()).toEqual({ kind: 'open', serves: ['resolution'], closesReferral: true })
  })

  it('needs no referral, and names each outcome once', () => {
    const opening = open({ referral: null, serves: ['resolution', 'resolution'] })
    expect(opening).toEqual({ kind: 'open', serves: ['resolution'], closesReferral: false })
  })

  it.each(['prevention', 'voluntary', 'bail'] as const)('may be %s without an outcome', kind => {
    expect(open({ kind, serves: [], outcomes: [], referral: null }).kind).toBe('open')
  })

  it.each(['diversion', 'caution', 'conditional-caution', 'court-order'] as const)(
    'is never %s without an outcome',
    kind => {
      expect(reasons(open({ kind, serves: [], referral: null }))[0]).toContain(
        'serves: Choose the outcome that this work serves',
      )
    },
  )

  it('waits for the decision about the referral', () => {
    const outcomes = [resolution({ referralId: 'another' })]
    expect(reasons(open({ outcomes }))).toEqual([
      'serves: Nothing is decided about this referral yet. Record the decision first',
    ])
  })

  it('does not serve another child’s outcome', () => {
    expect(reasons(open({ serves: ['resolution', 'of-another-child'] }))).toEqual([
      'serves: Choose only outcomes of this child',
    ])
  })

  it.each([
    ['on the day of the outcome', '2026-03-02', 'open'],
    ['a day before it', '2026-03-01', 'refused'],
  ])('starts %s (%s): %s', (_name, day, kind) => {
    expect(open({ startedOn: plainDate(day) }).kind).toBe(kind)
  })

  it('does not start before the referral came', () => {
    const outcomes = [resolution({ decidedOn: plainDate('2026-01-01') })]
    const early = open({ outcomes, startedOn: plainDate('2026-02-15') })
    expect(reasons(early)[0]).toContain('The referral came on 16 February 2026')
    expect(open({ outcomes, startedOn: plainDate('2026-02-16') }).kind).toBe('open')
  })

  it('is not opened a second time for the same outcome', () => {
    expect(reasons(open({ outcomes: [resolution({ hasOpenWork: true })] }))[0]).toContain(
      'Work is open for this outcome already: Community resolution, 2 March 2026',
    )
  })

  it('does not serve a decision that asks nothing of the child', () => {
    const opening = open({ outcomes: [resolution({ kind: 'no-further-action' })] })
    expect(reasons(opening)[0]).toContain('offer voluntary support')
  })

  it('is not opened from a referral that is closed', () => {
    const closed = { ...referral, closedOn: plainDate('2026-03-01') }
    expect(reasons(open({ referral: closed }))[0]).toContain('closed on 1 March 2026')
  })
})

describe('the kind of work that an outcome suggests', () => {
  it.each([
    [['community-resolution'], 'diversion'],
    [['outcome-22'], 'diversion'],
    [['deferred-prosecution'], 'diversion'],
    [['youth-caution'], 'caution'],
    [['youth-conditional-caution'], 'conditional-caution'],
    [['referral-order'], 'court-order'],
    [['detention-and-training-order'], 'custody'],
    [['community-resolution', 'youth-conditional-caution'], 'conditional-caution'],
    [['no-further-action'], null],
    [[], null],
  ] as const)('%j: %s', (outcomes, kind) => {
    expect(suggestedKind(outcomes)).toBe(kind)
  })
})
