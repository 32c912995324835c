import { agreedBy, aStep } from '#test/court-facts.ts'
import { guardExamples } from '../rules/testing/worked-examples.ts'
import { issLicence } from './iss-licence.ts'

const asOf = '2026-04-20'
const agreements = agreedBy('OM-8.2-iss-licence')

export const issLicenceExamples = guardExamples(
  issLicence,
  [
    {
      when: 'the head of service has agreed',
      facts: { ...aStep({ agreements }), hasIssCondition: true },
      asOf,
      is: 'agreed',
      says: 'Jo, head of service',
    },
    {
      when: 'nobody has agreed',
      facts: { ...aStep(), hasIssCondition: true },
      asOf,
      is: 'blocked',
      says: 'Ask the head of service',
    },
    {
      when: 'the head of service agreed for another licence',
      facts: { ...aStep({ id: 'other licence', agreements }), hasIssCondition: true },
      asOf,
      is: 'blocked',
    },
    {
      when: 'the agreement is dated tomorrow',
      facts: { ...aStep({ agreements }), hasIssCondition: true },
      asOf: '2026-03-02',
      is: 'blocked',
    },
    {
      when: 'the one who agreed proposes the licence',
      facts: { ...aStep({ agreements, takenById: 'head' }), hasIssCondition: true },
      asOf,
      is: 'blocked',
      says: 'Nobody goes on by their own agreement',
    },
    {
      when: 'the licence has no such condition',
      facts: { ...aStep(), hasIssCondition: false },
      asOf,
      is: 'not-applicable',
    },
  ],
  { allowed: 'Only the agreement of the head of service allows it.' },
)
