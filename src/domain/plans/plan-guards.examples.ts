import { guardExamples } from '../rules/testing/worked-examples.ts'
import { planContingency, planStrengths, type PlanDraft } from './plan-guards.ts'

const asOf = '2026-03-16'
const always = { 'not-applicable': 'Every plan needs it.' }

function draft(values: Partial<PlanDraft>): PlanDraft {
  return {
    strengths: 'Your mum stands by you, and you mend bikes.',
    easierForYou: 'We meet at the workshop at 4, not at the office.',
    keepingSafe: 'You walk home with your brother.',
    contingency: 'If they wait for you again, ring Sam at once.',
    restorative: 'You chose to mend the bench.',
    exitPlan: 'The workshop stays open to you.',
    ...values,
  }
}

export const strengthsExamples = guardExamples(
  planStrengths,
  [
    { when: 'all three sections are written', facts: draft({}), asOf, is: 'allowed' },
    {
      when: 'nobody wrote how we make it easier',
      facts: draft({ easierForYou: ' ' }),
      asOf,
      is: 'blocked',
      says: 'make it easier',
    },
  ],
  always,
)

export const contingencyExamples = guardExamples(
  planContingency,
  [
    {
      when: 'it says who does what at once, and how work ends',
      facts: draft({}),
      asOf,
      is: 'allowed',
    },
    {
      when: 'nobody wrote how the work will end',
      facts: draft({ exitPlan: '' }),
      asOf,
      is: 'blocked',
      says: 'how the work will end',
    },
  ],
  always,
)
