import type { BreachStep } from '../court/court-facts.ts'
import { unlessAgreed } from '../rules/guard-answer.ts'
import type { GuardRule } from '../rules/rule.ts'

/**
 * OM-11.3-iss-breach: breach of intensive supervision needs the agreement of the head of service.
 *
 * @source OM section 11.3
 * @interpretation The agreement is the evidence itself: nobody else may give it, and nothing stands in its place.
 */
export const issBreach: GuardRule<BreachStep> = {
  id: 'OM-11.3-iss-breach',
  kind: 'guard',
  title: 'Breach of intensive supervision needs the agreement of the head of service',
  why: 'These children stand closest to custody. One missed hour must not send a child there without the head of the service having looked.',
  citation: { source: 'OM', section: '11.3' },
  parameters: {},
  exception: {
    by: 'head of service',
    what: 'Begin breach of intensive supervision',
    untilQuestion: null,
    childAgrees: false,
  },
  waitsFor: 'court',
  decide: (breach, asOf) => {
    if (!breach.isOfIss) return { kind: 'not-applicable' }
    const missing = ['Ask the head of service to agree before breach begins.']
    return unlessAgreed(issBreach, breach, { missing, asOf })
  },
}
