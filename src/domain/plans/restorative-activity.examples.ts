import { anAgreement } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { guardExamples } from '../rules/testing/worked-examples.ts'
import type { PlanFacts } from './plan-guards.ts'
import { planRestorative } from './restorative-activity.ts'

const asOf = '2026-03-16'

/** A plan for a child who lives with their family, under a community resolution. */
function plan(values: Partial<PlanFacts>): PlanFacts {
  return {
    strengths: 'You mend bikes.',
    easierForYou: 'We meet at the workshop.',
    keepingSafe: 'You walk home with your brother.',
    contingency: 'If they wait for you again, ring Sam at once.',
    restorative: 'You mend the bench.',
    restorativeKind: 'made-for-child',
    restorativeChoices: 'The bench, a letter, or a day in the kitchen.',
    restorativeReason: '',
    exitPlan: 'The workshop stays open to you.',
    interventionId: 'work',
    outcomes: [{ kind: 'community-resolution', conditionsEndOn: null }],
    on: plainDate(asOf),
    byId: 'worker',
    agreements: [],
    isLookedAfter: false,
    ...values,
  }
}

const standard = {
  restorativeKind: 'standard-reparation',
  restorativeReason: 'You want to go with your cousin.',
} as const
const referralOrder = { outcomes: [{ kind: 'referral-order', conditionsEndOn: null }] } as const
const agreement = {
  ...anAgreement({ ruleId: 'OM-16-restorative', subjectId: 'work' }),
  grantedById: 'manager',
}

export const restorativeExamples = guardExamples(
  planRestorative,
  [
    {
      when: 'the activity is made for the child, with choices',
      facts: plan({}),
      asOf,
      is: 'allowed',
    },
    {
      when: 'it is made for a child looked after on a referral order',
      facts: plan({ ...referralOrder, isLookedAfter: true }),
      asOf,
      is: 'allowed',
    },
    {
      when: 'there is no activity',
      facts: plan({ restorative: ' ' }),
      asOf,
      is: 'blocked',
      says: 'how things will be put right',
    },
    {
      when: 'nobody says of what kind it is',
      facts: plan({ restorativeKind: null }),
      asOf,
      is: 'blocked',
      says: 'what kind of restorative activity',
    },
    {
      when: 'the child was offered no choice',
      facts: plan({ restorativeChoices: '' }),
      asOf,
      is: 'blocked',
      says: 'which choices you offered',
    },
    {
      when: 'it is standard reparation and the plan says why',
      facts: plan(standard),
      asOf,
      is: 'allowed',
    },
    {
      when: 'it is standard reparation and nobody says why',
      facts: plan({ ...standard, restorativeReason: '' }),
      asOf,
      is: 'blocked',
      says: 'why it is standard reparation',
    },
    {
      when: 'it is standard reparation for a child looked after',
      facts: plan({ ...standard, isLookedAfter: true }),
      asOf,
      is: 'blocked',
      says: 'the exception for a child who is looked after',
    },
    {
      when: 'it is standard reparation on a referral order',
      facts: plan({ ...standard, ...referralOrder }),
      asOf,
      is: 'blocked',
      says: 'the exception for a referral order',
    },
    {
      when: 'a manager agreed to it on a referral order',
      facts: plan({ ...standard, ...referralOrder, agreements: [agreement] }),
      asOf,
      is: 'agreed',
      says: 'Alex, team manager agreed',
    },
    {
      when: 'the manager who agreed writes the plan',
      facts: plan({
        ...standard,
        isLookedAfter: true,
        byId: 'manager',
        agreements: [agreement],
      }),
      asOf,
      is: 'blocked',
    },
    {
      when: 'a manager agreed to it for other work',
      facts: plan({
        ...standard,
        isLookedAfter: true,
        agreements: [{ ...agreement, subjectId: 'other work' }],
      }),
      asOf,
      is: 'blocked',
    },
  ],
  { 'not-applicable': 'Every plan needs it.' },
)
