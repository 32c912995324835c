import { aReport } from '#test/court-facts.ts'
import { guardExamples } from '../rules/testing/worked-examples.ts'
import type { IssProposalFact } from './court-facts.ts'
import { issProposal } from './iss-proposal.ts'

const asOf = '2026-04-20'

function proposing(values: Partial<IssProposalFact>) {
  const talkedWith = ['child', 'family', 'iss-worker', 'manager'] as const
  const offer = 'Boxing twice a week, a mentor from the club, no mornings.'
  return aReport({ issProposal: { talkedWith, offer, ...values } })
}

export const issProposalExamples = guardExamples(issProposal, [
  {
    when: 'it was talked over with all four and the offer is written',
    facts: proposing({}),
    asOf,
    is: 'allowed',
    says: 'made for this child',
  },
  {
    when: 'nobody has talked with the family',
    facts: proposing({ talkedWith: ['child', 'iss-worker', 'manager'] }),
    asOf,
    is: 'blocked',
    says: 'with the family',
  },
  {
    when: 'nobody has written what is offered',
    facts: proposing({ offer: ' ' }),
    asOf,
    is: 'blocked',
    says: 'Write what is offered',
  },
  { when: 'the report proposes something else', facts: aReport(), asOf, is: 'not-applicable' },
])
