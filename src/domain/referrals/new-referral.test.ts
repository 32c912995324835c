import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { newReferral } from './new-referral.ts'

const today = plainDate('2026-03-02')

function asked(bornOn: string, ...offencesOn: readonly string[]) {
  return newReferral({
    givenName: 'Robin',
    bornOn: plainDate(bornOn),
    offencesOn: offencesOn.map(plainDate),
    receivedOn: today,
    today,
  })
}

describe('a new referral', () => {
  it.each([
    ['is ordinary on the 10th birthday', '2015-06-15', ['2025-06-15'], 'ordinary'],
    ['is safeguarding on the day before it', '2015-06-15', ['2025-06-14'], 'safeguarding'],
    ['is ordinary on the day before the 18th birthday', '2008-03-02', ['2026-03-01'], 'ordinary'],
    [
      'is ordinary for a young person who has turned 18 since',
      '2008-01-10',
      ['2026-01-09'],
      'ordinary',
    ],
    [
      'is safeguarding when the child was under 10 every time',
      '2016-06-15',
      ['2026-01-01', '2026-02-01'],
      'safeguarding',
    ],
    ['is ordinary on the day of asking', '2011-06-15', ['2026-03-02'], 'ordinary'],
  ])('%s', (_name, bornOn, offencesOn, kind) => {
    expect(asked(bornOn, ...offencesOn)).toMatchObject({ kind })
  })

  it('counts a child born on 29 February as 10 from 1 March', () => {
    expect(asked('2016-02-29', '2026-02-28').kind).toBe('safeguarding')
    expect(asked('2016-02-29', '2026-03-01').kind).toBe('ordinary')
  })

  it('names the rows from before the 10th birthday when others are from after it', () => {
    expect(asked('2015-06-15', '2025-06-15', '2025-06-14', '2024-01-01')).toEqual({
      kind: 'mixed',
      underTenRows: [1, 2],
    })
  })

  it('says that somebody of 18 on the day is for the adult system', () => {
    const becoming = asked('2008-03-01', '2026-03-01')
    const problems = becoming.kind === 'refused' ? becoming.problems : []
    expect(problems.map(problem => problem.row)).toEqual([0])
    expect(problems[0]?.message).toContain('Robin was 18 on that day: this is for the adult system')
  })

  it.each([
    ['an offence in the future', '2011-06-15', '2026-03-03', 0],
    ['an offence before the date of birth', '2011-06-15', '2011-06-14', 0],
    ['a date of birth in the future', '2026-03-03', '2026-03-01', null],
  ])('refuses %s', (_name, bornOn, on, row) => {
    expect(asked(bornOn, on)).toMatchObject({ kind: 'refused', problems: [{ row }] })
  })

  it('refuses an offence from after the day on which the referral came', () => {
    const dates = { givenName: 'Robin', bornOn: plainDate('2011-06-15'), today }
    const [before, received] = [plainDate('2026-02-20'), plainDate('2026-02-21')]
    const offencesOn = [received, plainDate('2026-02-22'), before]
    expect(newReferral({ ...dates, offencesOn, receivedOn: received })).toMatchObject({
      kind: 'refused',
      problems: [{ row: 1 }],
    })
  })
})
