import { plainDate } from '../calendar/plain-date.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import { advocacyReferral } from './advocacy-referral.ts'
import type { CustodyFact, CustodyFacts } from './custody-facts.ts'

/** The child entered custody on Friday 17 April 2026. */
function entered(values: Partial<CustodyFact> = {}): CustodyFacts {
  const stay = {
    id: 'stay',
    enteredOn: plainDate('2026-04-17'),
    isLookedAfter: false,
    hasKnownAdvocate: false,
    advocateToldOn: null,
    advocacyReferredOn: null,
    ...values,
  }
  return { stays: [stay], restraints: [] }
}

const on = plainDate('2026-04-20')
const ownAdvocate = { isLookedAfter: true, hasKnownAdvocate: true }

export const advocacyReferralExamples = dutyExamples(advocacyReferral, [
  {
    when: 'the child was referred to advocacy',
    facts: entered({ advocacyReferredOn: on }),
    asOf: '2026-04-24',
    is: 'met',
  },
  {
    when: 'the advocate of a child looked after was told',
    facts: entered({ ...ownAdvocate, advocateToldOn: on }),
    asOf: '2026-04-24',
    is: 'met',
  },
  {
    when: 'it is the second working day in custody',
    facts: entered(),
    asOf: '2026-04-21',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-04-21',
  },
  {
    when: 'the second working day was yesterday',
    facts: entered(),
    asOf: '2026-04-22',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'a child looked after was referred anew and the advocate they know was not told',
    facts: entered({ ...ownAdvocate, advocacyReferredOn: on }),
    asOf: '2026-04-22',
    is: 'overdue',
  },
  {
    when: 'the child is not in custody',
    facts: { stays: [], restraints: [] },
    asOf: '2026-04-22',
    is: 'not-applicable',
  },
])
