import { describe, expect, it } from 'vitest'
import { aCase, aPlanFact, openWork } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { planSigned } from '../plans/plan-signed.ts'
import { declaredPolicy, policyOf, type PolicyPack } from './policy.ts'
import { whatIf, type DutyChange, type WhatIf } from './what-if.ts'

/** Plans that fall due on the days that are their ids: 10 working days after they were written. */
const cases = [
  ['2026-03-16', '2026-03-02'],
  ['2026-03-20', '2026-03-06'],
  ['2026-03-27', '2026-03-13'],
].map(([id = '', writtenOn = '']) => {
  const plan = aPlanFact({ id, writtenOn: plainDate(writtenOn) })
  return aCase({ caseId: `case ${id}`, intervention: openWork, plans: [plan] })
})

const nothing: PolicyPack = { numbers: [], switches: [], closedDays: [] }
const from = plainDate('2026-03-18')

function changed(pack: Partial<PolicyPack>) {
  return policyOf({ ...nothing, ...pack }, [planSigned])
}

function number(value: number) {
  return changed({ numbers: [{ ruleId: planSigned.id, parameter: 'signWithin', from, value }] })
}

const off = changed({ switches: [{ ruleId: planSigned.id, from, isOn: false }] })

function outline(answer: WhatIf) {
  const subjects = (changes: readonly DutyChange[]) =>
    changes.map(({ before, after }) => (after ?? before)?.subjectId)
  return Object.fromEntries(
    Object.entries<readonly DutyChange[]>({ ...answer })
      .map(([name, changes]) => [name, subjects(changes)] as const)
      .filter(([, list]) => list.length > 0),
  )
}

function ask(before = declaredPolicy, after = declaredPolicy) {
  return outline(whatIf(cases, { asOf: from, before, after }, [planSigned]))
}

describe('what would be owed otherwise', () => {
  it('is nothing under the same policy', () => {
    expect(ask()).toEqual({})
  })

  it('with a shorter limit: some become overdue, what fell due before stays as it is', () => {
    expect(ask(declaredPolicy, number(8))).toEqual({ moved: ['2026-03-20', '2026-03-27'] })
    expect(ask(declaredPolicy, number(7))).toEqual({
      becomeOverdue: ['2026-03-20'],
      moved: ['2026-03-27'],
    })
  })

  it('with a longer limit: what is still running has more time', () => {
    expect(ask(declaredPolicy, number(20))).toEqual({ moved: ['2026-03-20', '2026-03-27'] })
  })

  it('with the earlier shorter limit taken back: what it made overdue is not any more', () => {
    expect(ask(number(7), number(10))).toEqual({
      noLongerOverdue: ['2026-03-20'],
      moved: ['2026-03-27'],
    })
  })

  it('switched off: what is open goes, what fell due before stays owed', () => {
    expect(ask(declaredPolicy, off)).toEqual({ dropped: ['2026-03-20', '2026-03-27'] })
  })

  it('switched on: what is open comes', () => {
    expect(ask(off, declaredPolicy)).toEqual({ added: ['2026-03-20', '2026-03-27'] })
  })

  it('with another closed day: what counts over it falls due later', () => {
    const closed = changed({ closedDays: [plainDate('2026-03-19')] })
    expect(ask(declaredPolicy, closed)).toEqual({ moved: ['2026-03-20', '2026-03-27'] })
  })

  it('knows each duty before and after', () => {
    const { becomeOverdue } = whatIf(
      cases,
      { asOf: from, before: declaredPolicy, after: number(7) },
      [planSigned],
    )
    expect(becomeOverdue[0]?.before?.dueOn?.toString()).toBe('2026-03-20')
    expect(becomeOverdue[0]?.after?.dueOn?.toString()).toBe('2026-03-17')
  })
})
