import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { declaredPolicy } from '../rules/policy.ts'
import type { CircumstanceKind } from '../vocabulary/children.ts'
import { contradictionsIn } from './contradictions.ts'
import { gapQuestions, gapsIn, schoolAgeUntil } from './gaps.ts'
import type { AskedSpell } from './question.ts'
import { recordQuestions } from './record-questions.ts'
import { staleQuestions } from './stale.ts'

const today = plainDate('2026-03-02')
let count = 0

function aSpell(
  kind: CircumstanceKind,
  value: string,
  more: { from?: string; to?: string; facts?: AskedSpell['facts']; confirmed?: string } = {},
): AskedSpell {
  count += 1
  const from = plainDate(more.from ?? '2026-01-05')
  return {
    id: `spell-${count}`,
    kind,
    value,
    detail: null,
    facts: more.facts ?? {},
    startedOn: from,
    endedOn: more.to === undefined ? null : plainDate(more.to),
    source: 'The child',
    recordedOn: from,
    confirmedOn: more.confirmed === undefined ? null : plainDate(more.confirmed),
  }
}

const texts = (spells: readonly AskedSpell[]) =>
  contradictionsIn(spells, today).map(({ text }) => text)

describe('what the record says in two ways', () => {
  const cases: readonly { name: string; spells: AskedSpell[]; says: RegExp | null }[] = [
    {
      name: 'two homes at once',
      spells: [
        aSpell('address', '1 Mill Lane', { from: '2025-01-01' }),
        aSpell('address', '2 Mill Lane', { from: '2026-02-01' }),
      ],
      says: /“1 Mill Lane” and “2 Mill Lane” both hold from 1 February 2026/,
    },
    {
      name: 'a home that ended on the day on which the next began',
      spells: [
        aSpell('address', '1 Mill Lane', { from: '2025-01-01', to: '2026-02-01' }),
        aSpell('address', '2 Mill Lane', { from: '2026-02-01' }),
      ],
      says: null,
    },
    {
      name: 'two schools at once, as life has it',
      spells: [aSpell('education', 'Fernhill School'), aSpell('education', 'The Bridge')],
      says: null,
    },
    {
      name: 'the same school twice at once',
      spells: [aSpell('education', 'Fernhill School'), aSpell('education', 'Fernhill School')],
      says: /recorded twice/,
    },
    {
      name: 'two suspensions from one school',
      spells: [aSpell('exclusion', 'suspension'), aSpell('exclusion', 'suspension')],
      says: null,
    },
    {
      name: 'looked after and at home with parents',
      spells: [aSpell('care-status', 'care-order'), aSpell('accommodation', 'at-home')],
      says: /lives with their parents/,
    },
    {
      name: 'looked after and placed with parents',
      spells: [
        aSpell('care-status', 'care-order', { facts: { legalBasis: 'placed-with-parents' } }),
        aSpell('accommodation', 'at-home'),
      ],
      says: null,
    },
    {
      name: 'a child in need at home',
      spells: [aSpell('care-status', 'child-in-need'), aSpell('accommodation', 'at-home')],
      says: null,
    },
    {
      name: 'looked after, nobody knows where',
      spells: [aSpell('care-status', 'voluntary-accommodation')],
      says: /not recorded in what kind of home/,
    },
    {
      name: 'a foster family without being looked after',
      spells: [aSpell('accommodation', 'foster-care-la')],
      says: /not recorded as looked after/,
    },
    {
      name: 'remanded and not looked after',
      spells: [aSpell('legal-status', 'remand-in-custody')],
      says: /so looked after, which is not recorded/,
    },
    {
      name: 'on bail and not looked after',
      spells: [aSpell('legal-status', 'court-bail')],
      says: null,
    },
    {
      name: 'no education beside a school',
      spells: [
        aSpell('education', 'None, a place is being found', { facts: { provision: 'none' } }),
        aSpell('education', 'Fernhill School', { facts: { provision: 'school-full-time' } }),
      ],
      says: /“Fernhill School” for the same time/,
    },
    {
      name: 'no education with hours',
      spells: [aSpell('education', 'None', { facts: { provision: 'none', hoursOffered: 12 } })],
      says: /hours of it all the same/,
    },
    {
      name: 'bed and breakfast called suitable',
      spells: [
        aSpell('accommodation', 'bed-and-breakfast', { facts: { suitability: 'suitable' } }),
      ],
      says: /always counts as not suitable/,
    },
    {
      name: 'more hours attended than offered',
      spells: [
        aSpell('education', 'The Bridge', { facts: { hoursOffered: 10, hoursAttended: 12 } }),
      ],
      says: /more hours are attended \(12\) than offered \(10\)/,
    },
    {
      name: 'help that ended before it began',
      spells: [
        aSpell('mental-health', 'getting-help', {
          facts: { helpStartedOn: '2026-02-10', helpEndedOn: '2026-02-09' },
        }),
      ],
      says: /“Help ended” \(9 February 2026\) is before “Help began” \(10 February 2026\)/,
    },
  ]

  it.each(cases)('$name', ({ spells, says }) => {
    const found = texts(spells)
    if (says === null) expect(found).toEqual([])
    else expect(found).toEqual([expect.stringMatching(says)])
  })

  it('does not compare what held with what holds now', () => {
    const spells = [
      aSpell('care-status', 'care-order', { from: '2024-01-01', to: '2025-01-01' }),
      aSpell('accommodation', 'at-home', { from: '2025-01-01' }),
    ]
    expect(texts(spells)).toEqual([])
  })

  it('leads to the words that mend it', () => {
    const [care, home] = [aSpell('care-status', 'care-order'), aSpell('accommodation', 'at-home')]
    expect(contradictionsIn([care, home], today)[0]?.mends).toEqual([
      { how: 'correct', spellId: care.id },
      { how: 'change', spellId: home.id },
    ])
  })
})

describe('days of which nothing is recorded', () => {
  const workedWith = [{ from: plainDate('2026-01-01'), to: today }]
  const bornOn = plainDate('2011-06-15')
  const inWords = (spells: readonly AskedSpell[], born = bornOn) =>
    gapsIn(spells, { bornOn: born, workedWith })
      .filter(({ kind }) => kind === 'education')
      .map(({ from, to }) => `${from.toString()} ${to.toString()}`)

  it('are those before, between and after', () => {
    const spells = [
      aSpell('education', 'A', { from: '2026-01-10', to: '2026-01-20' }),
      aSpell('education', 'B', { from: '2026-01-15', to: '2026-01-18' }),
      aSpell('education', 'C', { from: '2026-02-01', to: '2026-02-11' }),
    ]
    expect(inWords(spells)).toEqual([
      '2026-01-01 2026-01-09',
      '2026-01-20 2026-01-31',
      '2026-02-11 2026-03-02',
    ])
  })

  it('are none where each ends on the day on which the next begins', () => {
    const spells = [
      aSpell('education', 'A', { from: '2025-09-01', to: '2026-02-01' }),
      aSpell('education', 'B', { from: '2026-02-01' }),
    ]
    expect(inWords(spells)).toEqual([])
  })

  it('do not matter above school age, which ends on the last Friday in June', () => {
    expect(schoolAgeUntil(plainDate('2010-06-15'))).toEqual(plainDate('2026-06-27'))
    expect(schoolAgeUntil(plainDate('2010-09-01'))).toEqual(plainDate('2027-06-26'))
    expect(inWords([], plainDate('2009-02-01'))).toEqual([])
    expect(inWords([], plainDate('2010-06-15'))).toEqual(['2026-01-01 2026-03-02'])
  })

  it('are one question for each kind, and never asked of health', () => {
    const spells = [aSpell('address', '1 Mill Lane', { from: '2026-01-10', to: '2026-02-01' })]
    const asked = gapQuestions(spells, { bornOn, workedWith }).map(({ text }) => text)
    expect(asked).toHaveLength(3)
    expect(asked[0]).toMatch(
      /^Home: nothing is recorded from 1 February 2026 to 2 March 2026. Nor at one other time before/,
    )
  })
})

describe('what nobody has said for long', () => {
  const texts = (spell: AskedSpell) => staleQuestions([spell], today, declaredPolicy).length

  it('is asked again after six months, and the day itself counts', () => {
    expect(texts(aSpell('address', '1 Mill Lane', { from: '2025-09-02' }))).toBe(1)
    expect(texts(aSpell('address', '1 Mill Lane', { from: '2025-09-03' }))).toBe(0)
  })

  it('is known again from the day of a confirmation', () => {
    const address = { from: '2024-09-02', confirmed: '2026-01-02' }
    expect(texts(aSpell('address', '1 Mill Lane', address))).toBe(0)
  })

  it('is not asked of what has ended, or of a suspension', () => {
    expect(texts(aSpell('address', '1 Mill Lane', { from: '2024-01-01', to: '2025-01-01' }))).toBe(
      0,
    )
    expect(texts(aSpell('exclusion', 'suspension', { from: '2024-01-01' }))).toBe(0)
  })
})

describe('the questions of a record', () => {
  it('ask for nothing that is missing while nobody works with the child', () => {
    const spells = [aSpell('education', 'Fernhill School', { from: '2024-01-01' })]
    const child = { bornOn: plainDate('2011-06-15'), today, policy: declaredPolicy }
    const ended = [{ from: plainDate('2024-01-01'), to: plainDate('2024-01-01') }]
    const about = (workedWith: typeof ended) =>
      recordQuestions(spells, { ...child, workedWith }).map(one => one.about)
    expect(about([])).toEqual([])
    expect(about(ended)).toEqual(['gap', 'gap'])
    expect(about([{ from: plainDate('2026-01-01'), to: today }])).toContain('not-said')
    expect(about([{ from: plainDate('2026-01-01'), to: today }])).toContain('stale')
  })
})
