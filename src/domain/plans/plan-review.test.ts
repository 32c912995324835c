import { expect, it } from 'vitest'
import { aCase, aPlanFact, openWork } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { declaredPolicy } from '../rules/policy.ts'
import { planReview } from './plan-review.ts'

it('OM-4.5-review is met by the look back and a new plan, which is owed its own', () => {
  const plans = [
    aPlanFact({ writtenOn: plainDate('2026-03-10'), reviewedOn: plainDate('2026-09-01') }),
    aPlanFact({ id: 'second', writtenOn: plainDate('2026-09-02') }),
  ]
  const facts = aCase({ intervention: openWork, plans })
  const duties = planReview.decide(facts, plainDate('2026-09-11'), declaredPolicy)
  expect(duties).toMatchObject([
    { subjectId: 'plan', state: 'met' },
    { subjectId: 'second', state: 'open', dueOn: plainDate('2027-03-02') },
  ])
})
