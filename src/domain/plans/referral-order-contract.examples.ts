import { plainDate } from '../calendar/plain-date.ts'
import { guardExamples } from '../rules/testing/worked-examples.ts'
import { contractGuard, type ContractFacts } from './referral-order-contract.ts'

const asOf = '2026-03-16'

function signed(values: Partial<ContractFacts>): ContractFacts {
  return {
    orderKind: 'referral-order',
    contractSignedOn: plainDate(asOf),
    isAlsoPlan: false,
    planWrittenOn: null,
    ...values,
  }
}

export const contractExamples = guardExamples(contractGuard, [
  {
    when: 'the plan was written on the same day',
    facts: signed({ planWrittenOn: plainDate(asOf) }),
    asOf,
    is: 'allowed',
  },
  {
    when: 'plan and contract are one document',
    facts: signed({ isAlsoPlan: true }),
    asOf,
    is: 'allowed',
    says: 'one document',
  },
  {
    when: 'there is only the contract',
    facts: signed({}),
    asOf,
    is: 'blocked',
    says: 'Write the plan with the child too',
  },
  {
    when: 'the plan came a day later',
    facts: signed({ planWrittenOn: plainDate('2026-03-17') }),
    asOf,
    is: 'blocked',
  },
  {
    when: 'it is another order',
    facts: signed({ orderKind: 'other' }),
    asOf,
    is: 'not-applicable',
  },
])
