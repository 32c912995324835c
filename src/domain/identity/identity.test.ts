import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { whyNotBornOn } from './date-of-birth.ts'
import { describeMyself, type SelfDescription } from './describe-myself.ts'

const [bornOn, today] = [plainDate('2011-06-15'), plainDate('2026-03-02')]

const nothingAsked: SelfDescription = {
  gender: 'not-asked',
  genderWords: null,
  genderAsRegistered: 'not-asked',
  ethnicity: 'not-asked',
  ethnicityAskedOn: null,
  religion: 'not-asked',
  religionWords: null,
  nationality: 'not-asked',
  nationalityWords: null,
}

const described = (typed: Partial<SelfDescription>) =>
  describeMyself({ ...nothingAsked, ...typed }, { bornOn, today })

describe('how a child describes themselves', () => {
  it('may be asked later', () => {
    expect(described({})).toEqual({ kind: 'describe', value: nothingAsked })
  })

  it.each([
    ['an answer without a day was given today', 'white-irish', null, '2026-03-02'],
    ['an answer keeps its day', 'white-irish', '2026-02-20', '2026-02-20'],
    ['who prefers not to say was asked too', 'prefers-not-to-say', null, '2026-03-02'],
  ] as const)('says when ethnicity was asked: %s', (_name, ethnicity, on, kept) => {
    const decision = described({
      ethnicity,
      ethnicityAskedOn: on === null ? null : plainDate(on),
    })
    expect(decision.kind === 'describe' && decision.value.ethnicityAskedOn?.toString()).toBe(kept)
  })

  it('keeps no day where nobody asked', () => {
    const decision = described({ ethnicityAskedOn: today })
    expect(decision).toMatchObject({ kind: 'describe', value: { ethnicityAskedOn: null } })
  })

  it.each([
    ['still to come', '2026-03-03', /today or in the past/],
    ['before birth', '2011-06-14', /before the date of birth/],
  ])('refuses a day of asking that is %s', (_name, on, message) => {
    const decision = described({ ethnicity: 'other-arab', ethnicityAskedOn: plainDate(on) })
    expect(decision).toMatchObject({
      kind: 'refused',
      problems: [{ field: 'ethnicityAskedOn', message: expect.stringMatching(message) as string }],
    })
  })

  it('asks for the words of an answer in words, all at once', () => {
    const decision = described({ gender: 'own-words', religion: 'another', nationality: 'another' })
    expect(decision.kind === 'refused' && decision.problems.map(({ field }) => field)).toEqual([
      'genderWords',
      'religionWords',
      'nationalityWords',
    ])
  })

  it('keeps no words under an answer that the child would rather not give', () => {
    const decision = described({
      religion: 'prefers-not-to-say',
      religionWords: 'Left from before',
    })
    expect(decision).toMatchObject({ kind: 'describe', value: { religionWords: null } })
  })
})

describe('a date of birth', () => {
  const offencesOn = [plainDate('2025-01-10')]

  it.each([
    ['may be corrected', '2011-06-16', null],
    ['is not still to come', '2026-03-03', /today or in the past/],
    ['lets the child be 10 on the day of an offence', '2015-01-10', null],
    [
      'does not make an offence one of a child under 10',
      '2015-01-11',
      /under 10 at the offence of/,
    ],
    ['lets the child be 17 on the day of an offence', '2007-01-11', null],
    ['does not make an offence one of an adult', '2007-01-10', /an adult at the offence of/],
  ])('%s', (_name, on, message) => {
    const whyNot = whyNotBornOn(plainDate(on), { offencesOn, today })
    if (message === null) expect(whyNot).toBeNull()
    else expect(whyNot).toMatch(message)
  })
})
