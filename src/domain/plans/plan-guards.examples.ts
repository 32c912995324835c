import { guardExamples } from '../rules/testing/worked-examples.ts'
import type { PlanDraft } from './plan-draft.ts'
import { planContingency, planStrengths } from './plan-guards.ts'

const asOf = '2026-03-16'
const always = { 'not-applicable': 'Every plan needs it.' }

function draft(values: Partial<PlanDraft>): PlanDraft {
  return {
    strengths: 'Your mum stands by you, and you mend bikes.',
    easierForYou: 'We meet at the workshop at 4, not at the office.',
    keepingSafe: 'You walk home with your brother.',
    contingency: 'If they wait for you again, ring Sam at once.',
    restorative: 'You mend the bench.',
    restorativeKind: 'made-for-child',
    restorativeChoices: 'The bench, a letter, or a day in the kitchen.',
    restorativeReason: '',
    exitPlan: 'The workshop stays open to you.',
    ...values,
  }
}

export const strengthsExamples = guardExamples(
  planStrengths,
  [
    { when: 'all three sections are written', facts: draft({}), asOf, is: 'allowed' },
    {
      when: 'nobody wrote what the child is good at',
      facts: draft({ strengths: '' }),
      asOf,
      is: 'blocked',
      says: 'what already works',
    },
    {
      when: 'nobody wrote how we make it easier',
      facts: draft({ easierForYou: ' ' }),
      asOf,
      is: 'blocked',
      says: 'make it easier',
    },
    {
      when: 'nobody wrote how everyone stays safe',
      facts: draft({ keepingSafe: '\n' }),
      asOf,
      is: 'blocked',
      says: 'keep the child and others safe',
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
      when: 'nobody wrote what happens if things go wrong',
      facts: draft({ contingency: ' ' }),
      asOf,
      is: 'blocked',
      says: 'if this happens',
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
