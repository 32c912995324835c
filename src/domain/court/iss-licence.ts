import { unlessAgreed } from '../rules/guard-answer.ts'
import type { GuardRule } from '../rules/rule.ts'
import type { LicenceStep } from './court-facts.ts'

/**
 * OM-8.2-iss-licence: intensive supervision is a condition of a licence only where the head of service has agreed.
 *
 * @source OM section 8.2, section 13.4
 * @interpretation The agreement is the evidence itself: there is nothing else that could stand in its place, and nobody else may give it.
 */
export const issLicence: GuardRule<LicenceStep> = {
  id: 'OM-8.2-iss-licence',
  kind: 'guard',
  title: 'Intensive supervision on licence needs the agreement of the head of service',
  why: 'Conditions that are too heavy send children back to custody, most of all children looked after. It stays the rare exception.',
  citation: { source: 'OM', section: '8.2' },
  parameters: {},
  exception: {
    by: 'head of service',
    what: 'Intensive supervision as a condition of this licence',
    untilQuestion: null,
    childAgrees: false,
  },
  waitsFor: 'court',
  decide: (licence, asOf) => {
    if (!licence.hasIssCondition) return { kind: 'not-applicable' }
    const missing = ['Ask the head of service to agree, or leave intensive supervision out.']
    return unlessAgreed(issLicence, licence, { missing, asOf })
  },
}
