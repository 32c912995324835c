import { agreedBy, aStep } from '#test/court-facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { guardExamples } from '../rules/testing/worked-examples.ts'
import type { TransferStep } from './moving-on-facts.ts'
import { transferAt18 } from './transfer-at-18.ts'

const asOf = '2026-04-20'
const agreements = agreedBy('OM-17.1-at-18', 'manager')

/** Handing a young adult who turned 18 on 1 April 2026 over to probation. */
function toProbation(values: Partial<TransferStep> = {}): TransferStep {
  const bornOn = plainDate('2008-04-01')
  return { ...aStep(), to: 'probation', bornOn, isOrWasLookedAfter: false, ...values }
}

export const transferAt18Examples = guardExamples(
  transferAt18,
  [
    {
      when: 'a manager has agreed for a young adult who was never looked after',
      facts: toProbation({ agreements }),
      asOf,
      is: 'agreed',
    },
    {
      when: 'nobody has agreed',
      facts: toProbation(),
      asOf,
      is: 'blocked',
      says: 'ask a manager',
      mayAgree: 'manager',
    },
    {
      when: 'the young adult was looked after, whatever a manager says',
      facts: toProbation({ isOrWasLookedAfter: true, agreements }),
      asOf,
      is: 'blocked',
      says: 'never handed to probation',
      mayAgree: null,
    },
    {
      when: 'the manager who agreed hands the case over',
      facts: toProbation({ agreements, takenById: 'manager' }),
      asOf,
      is: 'blocked',
      says: 'Nobody goes on by their own agreement',
    },
    {
      when: 'the child is 18 tomorrow',
      facts: toProbation({ bornOn: plainDate('2008-04-21'), agreements }),
      asOf,
      is: 'blocked',
      says: 'not 18 yet',
      mayAgree: null,
    },
    {
      when: 'another youth justice service takes the case over',
      facts: toProbation({ to: 'another-youth-justice-service', isOrWasLookedAfter: true }),
      asOf,
      is: 'not-applicable',
    },
  ],
  { allowed: 'Only the agreement of a manager allows it.' },
)
