import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { changeNumber, closeDay, switchRule } from './change-policy.ts'
import type { Parameter } from './parameter.ts'
import { policyOf } from './policy.ts'

const limit: Parameter = {
  name: 'Time to sign',
  unit: 'working days',
  values: [{ from: plainDate('2020-01-01'), value: 10 }],
  least: 1,
  most: 30,
}
const rule = { id: 'R', parameters: { limit } }
const june = plainDate('2026-06-01')
const policy = policyOf(
  {
    numbers: [{ ruleId: 'R', parameter: 'limit', from: june, value: 5 }],
    switches: [{ ruleId: 'R', from: june, isOn: false }],
    closedDays: [plainDate('2026-03-06')],
  },
  [rule],
)
const standing = { policy, today: plainDate('2026-03-02') }

function said(answer: ReturnType<typeof closeDay>): string {
  return answer.kind === 'refused' ? answer.problems.map(one => one.message).join() : answer.kind
}

describe('changing a number', () => {
  it.each([
    ['the least', 1, '2026-03-02', 'allowed'],
    ['the most', 30, '2026-03-02', 'allowed'],
    ['less than the least', 0, '2026-03-02', 'Time to sign must be from 1 to 30 working days'],
    ['more than the most', 31, '2026-03-02', 'Time to sign must be from 1 to 30 working days'],
    ['no whole number', 7.5, '2026-03-02', 'Time to sign must be a whole number'],
    ['yesterday', 7, '2026-03-01', 'Choose today or a later day: what fell due before keeps'],
    ['what holds today', 10, '2026-03-02', 'It is already 10 working days on 2 March'],
    ['what is settled for then', 5, '2026-06-01', 'It is already 5 working days on 1 June'],
    ['back to the old number before it changes', 10, '2026-06-01', 'allowed'],
    ['a day whose bank holidays are not known', 7, '2099-01-01', 'Choose a day before the end of'],
  ])('to %s', (_name, value, from, answer) => {
    const change = { value, from: plainDate(from) }
    expect(said(changeNumber(limit, change, standing))).toContain(answer)
  })
})

describe('switching a rule', () => {
  it.each([
    ['off today', false, '2026-03-02', 'allowed'],
    ['off in the past', false, '2026-03-01', 'Choose today or a later day'],
    ['on while it is on', true, '2026-03-02', 'This rule is on already on 2 March 2026'],
    [
      'off when it is settled to be off',
      false,
      '2026-06-01',
      'This rule is off already on 1 June 2026',
    ],
    ['on from the day on which it was to go off', true, '2026-06-01', 'allowed'],
  ])('%s', (_name, isOn, from, answer) => {
    const change = { isOn, from: plainDate(from) }
    expect(said(switchRule(rule, change, standing))).toContain(answer)
  })

  it('is refused where law wants the rule, with the reason', () => {
    const always = { ...rule, alwaysOn: 'The law asks for it.' }
    const change = { isOn: false, from: june }
    expect(said(switchRule(always, change, standing))).toBe(
      'This rule is always on. The law asks for it.',
    )
  })
})

describe('closing the offices for a day', () => {
  it.each([
    ['today', '2026-03-02', 'allowed'],
    ['yesterday', '2026-03-01', 'Choose today or a later day'],
    ['a Saturday', '2026-03-07', '7 March 2026 is not a working day as it is'],
    ['Good Friday', '2026-04-03', '3 April 2026 is not a working day as it is'],
    ['a day that is closed already', '2026-03-06', '6 March 2026 is not a working day as it is'],
  ])('on %s', (_name, day, answer) => {
    expect(said(closeDay(plainDate(day), standing))).toContain(answer)
  })
})
