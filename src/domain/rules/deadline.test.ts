import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { deadline, limitInWords, type TimeLimit } from './deadline.ts'
import { declaredPolicy, numberOn, policyOf, type PolicyPack } from './policy.ts'

const limit: TimeLimit = {
  name: 'Time to sign',
  unit: 'working days',
  values: [{ from: plainDate('2020-01-01'), value: 10 }],
  least: 1,
  most: 30,
}
const rule = {
  id: 'R',
  title: '',
  why: '',
  citation: { source: 'OM', section: '1' },
  parameters: { limit },
} as const
const nothing: PolicyPack = { numbers: [], switches: [], closedDays: [] }

function changed(from: string, value: number) {
  const numbers = [{ ruleId: 'R', parameter: 'limit', from: plainDate(from), value }]
  return policyOf({ ...nothing, numbers }, [rule])
}

const began = plainDate('2026-03-02')

describe('the last day in time', () => {
  it.each([
    ['working days', 10, '2026-03-16'],
    ['days', 0, '2026-03-02'],
    ['hours', 24, '2026-03-03'],
    ['hours', 25, '2026-03-04'],
    ['weeks', 6, '2026-04-13'],
    ['months', 6, '2026-09-02'],
  ] as const)('counts %s: %i end on %s', (unit, value, dueOn) => {
    const values = [{ from: plainDate('2020-01-01'), value }]
    const asked = { asOf: began, policy: declaredPolicy }
    expect(deadline({ ...limit, unit, values }, began, asked).dueOn.toString()).toBe(dueOn)
  })

  it('leaves out the service’s own closed days', () => {
    const policy = policyOf({ ...nothing, closedDays: [plainDate('2026-03-03')] }, [rule])
    expect(deadline(limit, began, { asOf: began, policy }).dueOn.toString()).toBe('2026-03-17')
  })

  it.each([
    ['before the change begins keeps the old number', '2026-03-10', '2026-03-09', '2026-03-16'],
    ['from the day of the change has the new one', '2026-03-10', '2026-03-10', '2026-03-09'],
    ['on its last day can still be changed', '2026-03-16', '2026-03-16', '2026-03-09'],
    ['past its last day keeps the old number', '2026-03-17', '2026-03-31', '2026-03-16'],
  ])('asked %s', (_name, from, asOf, dueOn) => {
    const asked = { asOf: plainDate(asOf), policy: changed(from, 5) }
    expect(deadline(limit, began, asked).dueOn.toString()).toBe(dueOn)
  })
})

describe('a number of a rule', () => {
  it.each([
    ['2026-03-31', 10],
    ['2026-04-01', 5],
  ])('on %s is %i: the latest that has begun', (day, value) => {
    expect(numberOn(changed('2026-04-01', 5), limit, plainDate(day))).toBe(value)
  })

  it('has no value before its first day, and says so', () => {
    expect(() => numberOn(declaredPolicy, limit, plainDate('2019-12-31'))).toThrow(
      /no value on 2019-12-31/,
    )
  })

  it.each([
    [1, 'working days', '1 working day'],
    [6, 'months', '6 months'],
    [0, 'days', 'the same day'],
    [2, 'a month', '2 a month'],
    [210, 'months of age', '17 years and 6 months of age'],
    [216, 'months of age', '18 years of age'],
  ] as const)('%i %s is said as "%s"', (value, unit, words) => {
    expect(limitInWords(unit, value)).toBe(words)
  })
})

describe('a switch', () => {
  const switches = [{ ruleId: 'R', from: plainDate('2026-03-10'), isOn: false }]

  it('turns a rule off from its day on', () => {
    const policy = policyOf({ ...nothing, switches }, [rule])
    expect(policy.isOn('R', plainDate('2026-03-09'))).toBe(true)
    expect(policy.isOn('R', plainDate('2026-03-10'))).toBe(false)
  })

  it('has no effect on a rule that is always on', () => {
    const policy = policyOf({ ...nothing, switches }, [{ ...rule, alwaysOn: 'It is law.' }])
    expect(policy.isOn('R', plainDate('2026-03-10'))).toBe(true)
  })
})
