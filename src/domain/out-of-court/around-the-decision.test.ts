import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { panelDecisions } from '../vocabulary/outcomes.ts'
import { decisionOptions, outcomeName } from './decision-options.ts'
import { outcomeMeanings } from './outcome-meanings.ts'
import { residenceOn } from './residence-on.ts'

const today = plainDate('2026-03-02')
const divert = { id: 'divert', kind: 'community-resolution', name: 'Divert', explanation: 'Short.' }
const plus = { ...divert, id: 'divert-plus', name: 'Divert plus' }

describe('what a panel can decide', () => {
  it('offers the national names in their order where the service has none of its own', () => {
    expect(decisionOptions([]).map(option => option.code)).toEqual(panelDecisions)
  })

  it('offers the service’s names in the place of the national one', () => {
    const options = decisionOptions([divert, plus])
    expect(options.map(option => option.code)).toEqual([
      'no-further-action',
      'community-resolution/divert',
      'community-resolution/divert-plus',
      ...panelDecisions.slice(2),
    ])
    expect(options[2]).toMatchObject({ kind: 'community-resolution', localName: 'divert-plus' })
  })

  it('names an outcome as the service does, and nationally where it has no name', () => {
    const kind = 'community-resolution'
    expect(outcomeName({ kind, localName: 'divert' }, [divert])).toBe('Divert')
    expect(outcomeName({ kind, localName: null }, [divert])).toBe('Community resolution')
  })

  it.each(panelDecisions)('has something to read out about %s', decision => {
    for (const text of Object.values(outcomeMeanings[decision])) expect(text).not.toBe('')
  })
})

describe('where a child lived on the day', () => {
  const home = { detail: null, facts: {}, startedOn: plainDate('2025-01-01'), endedOn: null }
  const away = { ...home, detail: 'Placed in another area', startedOn: today }

  it('is our area unless the home says otherwise', () => {
    expect(residenceOn([], today)).toBe('local')
    expect(residenceOn([home], today)).toBe('local')
    expect(residenceOn([away, home], today)).toBe('other')
    expect(residenceOn([{ ...home, detail: 'Out of county' }], today)).toBe('other')
  })

  it('looks at the home of that day, from its first day until the day before its end', () => {
    const dayBefore = plainDate('2026-03-01')
    expect(residenceOn([home, away], dayBefore)).toBe('local')
    expect(residenceOn([{ ...away, startedOn: dayBefore, endedOn: today }], today)).toBe('local')
    expect(residenceOn([{ ...away, startedOn: dayBefore, endedOn: today }], dayBefore)).toBe(
      'other',
    )
  })
})
