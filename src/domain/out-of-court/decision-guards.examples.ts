import { decidedDay, readyToDecide } from '#test/decision-facts.ts'
import { addDays } from '../calendar/plain-date.ts'
import { guardExamples } from '../rules/testing/worked-examples.ts'
import { panelDecisions } from '../vocabulary/outcomes.ts'
import type { DecisionFacts } from './decision-facts.ts'
import { implicationsGuard, shortAssessmentGuard } from './decision-guards.ts'

const asOf = '2026-03-02'
const { assessment, explanation } = readyToDecide

/** The decision that has everything, but for this. */
const but = (change: Partial<DecisionFacts>): DecisionFacts => ({ ...readyToDecide, ...change })

export const implicationsExamples = guardExamples(implicationsGuard, [
  {
    when: 'it was explained and understood on the day',
    facts: readyToDecide,
    asOf,
    is: 'allowed',
  },
  {
    when: 'nothing was explained',
    facts: but({ explanation: null }),
    asOf,
    is: 'blocked',
    says: 'was explained',
  },
  {
    when: 'it was explained on the day after',
    facts: but({ explanation: { ...explanation, on: addDays(decidedDay, 1) } }),
    asOf,
    is: 'blocked',
    says: 'explain first',
  },
  {
    when: 'the child did not understand',
    facts: but({ explanation: { ...explanation, childUnderstood: false } }),
    asOf,
    is: 'blocked',
    says: 'The child did not understand yet',
  },
  {
    when: 'the parent or carer did not understand',
    facts: but({ explanation: { ...explanation, parentUnderstood: false } }),
    asOf,
    is: 'blocked',
    says: 'The parent or carer did not understand yet',
  },
  ...(['no-further-action', 'charge'] as const).map(decision => ({
    when: `the decision is ${decision}`,
    facts: but({ decision, explanation: null }),
    asOf,
    is: 'not-applicable' as const,
  })),
])

const forOthers = ['no-further-action', 'youth-caution', 'charge']
const unassessed = panelDecisions.map(decision => ({
  when: `there is no assessment for ${decision}`,
  facts: but({ decision, assessment: null }),
  asOf,
  is: forOthers.includes(decision) ? ('not-applicable' as const) : ('blocked' as const),
}))

export const shortAssessmentExamples = guardExamples(shortAssessmentGuard, [
  ...unassessed,
  {
    when: 'the short assessment is complete for a conditional caution',
    facts: but({ decision: 'youth-conditional-caution' }),
    asOf,
    is: 'allowed',
  },
  {
    when: 'another form was used',
    facts: but({ assessment: { ...assessment, form: 'full' } }),
    asOf,
    is: 'blocked',
    says: 'Use the short assessment',
  },
  {
    when: 'a judgement is open',
    facts: but({
      assessment: {
        ...assessment,
        judged: ['likelihood-of-reoffending', 'risk-of-serious-harm'],
      },
    }),
    asOf,
    is: 'blocked',
    says: 'Answer in the assessment: Is the child safe and well?',
  },
])
