import { describe, expect, it } from 'vitest'
import { checkFacts } from './check-facts.ts'
import { spellInLine } from './describe-spell.ts'
import { circumstanceKindList, kindOf } from './kinds.ts'

describe('the kinds of circumstance', () => {
  it.each(circumstanceKindList)(
    '%s asks each thing once, under names that a form can hold',
    kind => {
      const { id, main, facts } = kindOf(kind)
      const ids = facts.map(field => field.id)
      expect(id).toBe(kind)
      expect(main.atChange).toBe(true)
      expect(new Set(ids).size).toBe(ids.length)
      for (const field of ids) {
        expect(field).toMatch(/^[a-z][A-Za-z0-9]*$/)
        expect(['value', 'detail', 'startedOn', 'endedOn', 'source', 'otherSource']).not.toContain(
          field,
        )
      }
    },
  )

  it.each(circumstanceKindList)('%s asks at a change for all that it insists on', kind => {
    const insisted = kindOf(kind).facts.filter(({ missing }) => missing !== undefined)
    expect(insisted.filter(({ atChange }) => atChange !== true)).toEqual([])
  })

  it('asks at most six things at a change of school: three of its own, the day, who said it', () => {
    const asked = kindOf('education').facts.filter(({ atChange }) => atChange === true)
    expect(1 + asked.length + 2).toBeLessThanOrEqual(6)
  })

  it('reads in one line', () => {
    const facts = { provision: 'school-part-time', hoursOffered: 12.5, entitlementMet: 'no' }
    expect(spellInLine({ kind: 'education', value: 'Fernhill School', facts })).toBe(
      'Fernhill School: School, part time, 12.5 hours offered',
    )
    const care = { kind: 'care-status', value: 'care-order', facts: {} } as const
    expect(spellInLine(care)).toBe('Looked after: care order')
  })
})

describe('facts of a kind', () => {
  const wrong = (kind: (typeof circumstanceKindList)[number], value: string, facts: object) =>
    checkFacts(kind, { value, facts: facts as Record<string, string | number> }).map(
      ({ field, reason }) => `${field} ${reason}`,
    )

  it('may be missing: records from before a question was asked have no answer', () => {
    expect(wrong('education', 'Fernhill School', {})).toEqual([])
  })

  it('have to be of the list, a day, or hours', () => {
    expect(wrong('accommodation', 'at home', {})[0]).toMatch(/^value is not one of: at-home, /)
    expect(wrong('education', 'A', { provision: 'SCHOOL' })[0]).toMatch(/^provision is not one of/)
    expect(wrong('education', 'A', { hoursOffered: 81 })[0]).toMatch(/hours from 0 to 80$/)
    expect(wrong('education', 'A', { hoursOffered: '20' })[0]).toMatch(/hours from 0 to 80$/)
    expect(wrong('education', 'A', { hoursOffered: 12.25 })[0]).toMatch(/hours from 0 to 80$/)
    expect(wrong('education', 'A', { hoursOffered: 80, hoursAttended: 0.5 })).toEqual([])
    expect(wrong('mental-health', 'getting-help', { screenedOn: '2026-02-30' })).toEqual([
      'screenedOn is not a day like 2026-03-01',
    ])
  })

  it('are those of the kind and no others', () => {
    expect(wrong('address', '1 Mill Lane', { provision: 'none' })).toEqual([
      'provision is nothing that address says',
    ])
  })
})
