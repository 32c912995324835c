import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import type { JudgementKind } from '../vocabulary/work.ts'
import { factDeclarations, factsToWeigh, type RecordToWeigh } from './facts-to-weigh.ts'
import { isAskedToWeigh, shownFacts, whyNotWeighed, withShownFacts } from './weighing.ts'

const asOf = plainDate('2026-03-02')
const earlier = plainDate('2025-11-20')
const empty: RecordToWeigh = { events: [], spells: [], offences: [], judgements: [] }

function spell(
  kind: RecordToWeigh['spells'][number]['kind'],
  value: string,
  from: string,
  until: string | null = null,
) {
  const endedOn = until === null ? null : plainDate(until)
  return { kind, value, startedOn: plainDate(from), endedOn }
}

function found(record: Partial<RecordToWeigh>) {
  const facts = factsToWeigh({ ...empty, ...record }, asOf)
  return Object.fromEntries(
    Object.entries(facts).map(([kind, all]) => [kind, all.map(({ id }) => id)]),
  )
}

const nothing: Record<JudgementKind, string[]> = {
  'likelihood-of-reoffending': [],
  'risk-of-serious-harm': [],
  'safety-and-wellbeing': [],
}
const bothHomes = [
  spell('address', 'First', '2024-01-10', '2025-06-01'),
  spell('address', 'Second', '2025-06-01', '2026-01-05'),
]

describe('the facts to weigh', () => {
  it.each<[string, Partial<RecordToWeigh>, Partial<typeof nothing>]>([
    ['an empty record', {}, {}],
    [
      'self-harm',
      { events: [{ kind: 'significant-change', topic: 'self-harm', on: earlier }] },
      { 'safety-and-wellbeing': ['self-harm'] },
    ],
    [
      'another significant change',
      { events: [{ kind: 'significant-change', topic: 'bereavement', on: earlier }] },
      {},
    ],
    [
      'self-harm of a later day',
      { events: [{ kind: 'significant-change', topic: 'self-harm', on: plainDate('2026-03-03') }] },
      {},
    ],
    [
      'an exploitation concern that stands',
      { spells: [spell('exploitation-concern', 'criminal', '2026-01-01')] },
      {
        'risk-of-serious-harm': ['exploitation-concern'],
        'safety-and-wellbeing': ['exploitation-concern'],
      },
    ],
    [
      'one that ended',
      { spells: [spell('exploitation-concern', 'criminal', '2025-01-01', '2026-03-02')] },
      {},
    ],
    [
      'a child protection plan',
      { spells: [spell('care-status', 'child-protection-plan', '2026-01-01')] },
      { 'safety-and-wellbeing': ['child-protection-plan'] },
    ],
    ['another care status', { spells: [spell('care-status', 'child-in-need', '2026-01-01')] }, {}],
    [
      'a knife in a title',
      { offences: [{ title: 'Having a bladed article in a public place', on: earlier }] },
      { 'risk-of-serious-harm': ['weapon'], 'safety-and-wellbeing': ['weapon'] },
    ],
    ['a title without one', { offences: [{ title: 'Theft from a shop', on: earlier }] }, {}],
    [
      'judged high before, in that judgement only',
      { judgements: [{ kind: 'risk-of-serious-harm', level: 'high', on: earlier }] },
      { 'risk-of-serious-harm': ['judged-high-before'] },
    ],
    [
      'judged medium before',
      { judgements: [{ kind: 'risk-of-serious-harm', level: 'medium', on: earlier }] },
      {},
    ],
    [
      'two moves in a year',
      { spells: [...bothHomes, spell('address', 'Third', '2026-01-05')] },
      {
        'likelihood-of-reoffending': ['several-moves'],
        'safety-and-wellbeing': ['several-moves'],
      },
    ],
    ['one move in a year', { spells: bothHomes }, {}],
  ])('%s', (_name, record, expected) => {
    expect(found(record)).toEqual({ ...nothing, ...expected })
  })

  it('are declared once each, and hold no level', () => {
    const ids = factDeclarations.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const [first] = factsToWeigh(
      { ...empty, judgements: [{ kind: 'risk-of-serious-harm', level: 'very-high', on: earlier }] },
      asOf,
    )['risk-of-serious-harm']
    expect(Object.keys(first ?? {}).toSorted()).toEqual(['id', 'on', 'words'])
  })
})

describe('weighing them', () => {
  const facts = factsToWeigh(
    { ...empty, offences: [{ title: 'Possession of a knife', on: earlier }] },
    asOf,
  )
  const none = factsToWeigh(empty, asOf)
  const answered = { harmWeighed: 'She was given it to carry.' }

  it('is asked only where there are any, or where it was answered', () => {
    expect(isAskedToWeigh('harmWeighed', facts, {})).toBe(true)
    expect(isAskedToWeigh('harmWeighed', none, {})).toBe(false)
    expect(isAskedToWeigh('harmWeighed', none, answered)).toBe(true)
    expect(isAskedToWeigh('childWords', none, {})).toBe(true)
  })

  it('is needed for each judgement that has some', () => {
    expect(whyNotWeighed('harmWeighed', {}, facts)).toContain('Say how you weighed')
    expect(whyNotWeighed('likelihoodWeighed', {}, facts)).toBeNull()
    expect(whyNotWeighed('harmWeighed', {}, none)).toBeNull()
  })

  it('keeps what was shown, and is asked again when more comes', () => {
    const kept = withShownFacts(answered, ['harmWeighed'], facts)
    expect(shownFacts('harmWeighed', kept)).toEqual(['A weapon in an offence, 20 November 2025'])
    expect(whyNotWeighed('harmWeighed', kept, facts)).toBeNull()
    const more = factsToWeigh(
      {
        ...empty,
        offences: [
          { title: 'Possession of a knife', on: earlier },
          { title: 'Threat with a knife', on: asOf },
        ],
      },
      asOf,
    )
    expect(whyNotWeighed('harmWeighed', kept, more)).toContain('shows more')
  })
})
