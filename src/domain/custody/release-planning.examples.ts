import { guardExamples } from '../rules/testing/worked-examples.ts'
import type { CustodyPlanDraft } from './custody-facts.ts'
import { releasePlanning } from './release-planning.ts'

const asOf = '2026-04-20'

function plan(release: Partial<CustodyPlanDraft['release']> = {}): CustodyPlanDraft {
  return {
    isFirst: true,
    release: {
      accommodation: 'With your aunt; we have asked her and the council.',
      education: 'The college keeps your place.',
      health: 'You see the same nurse outside.',
      family: 'Your brother visits every second Sunday.',
      'temporary-release': 'A day with your aunt in week 8.',
      ...release,
    },
  }
}

export const releasePlanningExamples = guardExamples(releasePlanning, [
  {
    when: 'the first plan says how the child comes home',
    facts: plan(),
    asOf,
    is: 'allowed',
    says: 'comes home',
  },
  {
    when: 'nobody wrote where the child will live',
    facts: plan({ accommodation: ' ' }),
    asOf,
    is: 'blocked',
    says: 'where the child will live',
    mayAgree: null,
  },
  {
    when: 'it is a later plan',
    facts: { ...plan({ accommodation: '' }), isFirst: false },
    asOf,
    is: 'not-applicable',
  },
])
