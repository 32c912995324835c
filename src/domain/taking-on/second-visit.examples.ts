import { aCase, aContactFact, anAssessmentFact, someChild } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { AssessmentFact, CaseFacts, ContactFact } from '../rules/case-facts.ts'
import { promptExamples } from '../rules/testing/worked-examples.ts'
import { secondVisitPrompt } from './second-visit.ts'

const asOf = '2026-03-10'

/** An assessment of a child new to the service, in the moment of writing. */
function writing(
  contacts: readonly ContactFact[],
  values: { child?: Partial<CaseFacts['child']>; assessment?: Partial<AssessmentFact> } = {},
) {
  const child = { ...someChild, ...values.child }
  return { facts: aCase({ child, contacts }), assessment: anAssessmentFact(values.assessment) }
}

const together = aContactFact()
const apart = aContactFact({ id: 'second', sawParent: false, on: plainDate('2026-03-09') })

export const secondVisitExamples = promptExamples(secondVisitPrompt, [
  {
    when: 'they have met once',
    facts: writing([together]),
    asOf,
    is: 'advises',
    says: 'a second time',
  },
  {
    when: 'they have met twice, always with the parent',
    facts: writing([together, together]),
    asOf,
    is: 'advises',
    says: 'apart',
  },
  {
    when: 'the second time was on the phone',
    facts: writing([together, { ...apart, kind: 'phone' }]),
    asOf,
    is: 'advises',
  },
  {
    when: 'they have met twice, once without the parent',
    facts: writing([together, apart]),
    asOf,
    is: 'says-nothing',
  },
  {
    when: 'the service knew the child before',
    facts: writing([together], { child: { wasKnownBefore: true } }),
    asOf,
    is: 'says-nothing',
  },
  {
    when: 'it is a review',
    facts: writing([together], { assessment: { reviewOf: 'first' } }),
    asOf,
    is: 'says-nothing',
  },
  {
    when: 'the assessment is completed',
    facts: writing([together], { assessment: { completedOn: plainDate('2026-03-10') } }),
    asOf,
    is: 'says-nothing',
  },
])
