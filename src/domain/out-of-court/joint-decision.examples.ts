import { decidedDay, readyToDecide } from '#test/decision-facts.ts'
import { anAgreement } from '#test/facts.ts'
import { addDays } from '../calendar/plain-date.ts'
import { guardExamples } from '../rules/testing/worked-examples.ts'
import type { DecisionFacts } from './decision-facts.ts'
import { jointDecisionGuard } from './decision-guards.ts'

const asOf = '2026-03-02'
const { weighed } = readyToDecide

function without(words: string, change: Partial<DecisionFacts>, says: string) {
  const facts = { ...readyToDecide, ...change }
  return { when: words, facts, asOf, is: 'blocked', says } as const
}

const settled = {
  ...anAgreement({
    ruleId: 'HMIP-3.4-joint',
    subjectId: 'referral',
    grantedOn: decidedDay,
    grantedBy: 'Sam, head of service',
    reason: 'Settled with the inspector: a community resolution.',
  }),
  grantedById: 'head',
}
const noPolice = { decidedByPolice: null, agreements: [settled] }

export const jointDecisionExamples = guardExamples(
  jointDecisionGuard,
  [
    {
      when: 'both are named, with reasons and all that was weighed',
      facts: readyToDecide,
      asOf,
      is: 'allowed',
      says: 'Decided together',
    },
    without(
      'nobody is named for the service',
      { decidedByService: null },
      'for the youth justice service',
    ),
    without('nobody is named for the police', { decidedByPolice: null }, 'for the police'),
    without(
      'both are from the service',
      { decidedByPolice: { id: 'other', agency: 'youth-justice-service' } },
      'for the police',
    ),
    without(
      'both are from the police',
      { decidedByService: { id: 'other', agency: 'police' } },
      'for the youth justice service',
    ),
    without('nobody says why', { rationale: ' \n' }, 'why this was decided'),
    without(
      'nobody says why of no further action',
      { decision: 'no-further-action', rationale: '' },
      'why this was decided',
    ),
    without(
      'diversity is not weighed',
      { weighed: { ...weighed, diversity: '' } },
      'who the child is',
    ),
    without('safety is not weighed', { weighed: { ...weighed, safety: '' } }, "child's safety"),
    without(
      'well-being is not weighed',
      { weighed: { ...weighed, wellbeing: '' } },
      "child's well-being",
    ),
    without('risk is not weighed', { weighed: { ...weighed, risk: '' } }, 'risk to others'),
    {
      when: 'the two did not agree, and the head of service settled it with an inspector',
      facts: { ...readyToDecide, ...noPolice },
      asOf,
      is: 'agreed',
      says: 'Sam, head of service settled it',
    },
    without(
      'it was settled and nobody says why',
      { ...noPolice, rationale: '' },
      'why this was decided',
    ),
    without(
      'it was settled on the day after',
      { ...noPolice, agreements: [{ ...settled, grantedOn: addDays(decidedDay, 1) }] },
      'for the police',
    ),
    without(
      'another referral was settled',
      { ...noPolice, agreements: [{ ...settled, subjectId: 'other' }] },
      'for the police',
    ),
    without(
      'whoever settled it also decides for the service',
      { ...noPolice, decidedByService: { id: 'head', agency: 'youth-justice-service' } },
      'for the police',
    ),
  ],
  { 'not-applicable': 'Every decision out of court is a joint one.' },
)
