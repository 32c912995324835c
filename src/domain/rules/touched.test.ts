import { expect, it } from 'vitest'
import { aCase, aPlanFact, anAgreement, openWork } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { planSigned } from '../plans/plan-signed.ts'
import type { Signatory } from '../vocabulary/work.ts'
import { owed } from './owed.ts'
import { declaredPolicy } from './policy.ts'
import { childrenTouched } from './touched.ts'

const on = plainDate('2026-03-10')

function planOf(childId: string, id: string, signedBy: readonly Signatory[] = []) {
  const signatures = signedBy.map(signatory => ({ signatory, on }))
  const plan = aPlanFact({ id, writtenOn: plainDate('2026-03-02'), signatures })
  const facts = aCase({ caseId: id, intervention: openWork, plans: [plan] })
  return { ...facts, child: { ...facts.child, id: childId } }
}

it('counts each child once, also one whose duty is excused, and none whose duties are met', () => {
  const excused = {
    ...planOf('c', 'four'),
    agreements: [anAgreement({ ruleId: planSigned.id, subjectId: 'four' })],
  }
  const cases = [
    planOf('a', 'one'),
    planOf('a', 'two'),
    planOf('b', 'three', ['child', 'parent-or-carer', 'manager']),
    excused,
  ]
  const duties = owed(cases, { asOf: on, policy: declaredPolicy }, [planSigned])
  expect(duties.map(({ state }) => state)).toEqual(['open', 'open', 'excused', 'met'])
  expect([...childrenTouched(duties)]).toEqual([[planSigned.id, 2]])
})
