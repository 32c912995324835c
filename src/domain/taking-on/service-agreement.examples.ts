import { aCase, aContactFact } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { CaseFacts, ServiceAgreementFact } from '../rules/case-facts.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import type { Signatory } from '../vocabulary/work.ts'
import { serviceAgreement } from './service-agreement.ts'

const asOf = '2026-03-10'
const both = ['child', 'parent-or-carer'] as const

/** An agreement that these signed on the day on which it was made. */
function made(day: string, by: readonly Signatory[] = both): ServiceAgreementFact {
  const on = plainDate(day)
  return { id: 'agreement', madeOn: on, signatures: by.map(signatory => ({ signatory, on })) }
}

/** A case held since 2 March 2026, first visited on 4 March. */
function visited(values: Partial<CaseFacts> = {}): CaseFacts {
  return aCase({ contacts: [aContactFact({ on: plainDate('2026-03-04') })], ...values })
}

function furtherCaution(kind: 'youth-caution' | 'youth-conditional-caution', signedOn: string) {
  const decidedOn = plainDate('2026-02-25')
  const outcomes = [{ id: 'outcome', kind, decidedOn, conditionsEndOn: null }]
  return visited({ outcomes, serviceAgreements: [made(signedOn)] })
}

export const serviceAgreementExamples = dutyExamples(serviceAgreement, [
  {
    when: 'child and parent have signed',
    facts: visited({ serviceAgreements: [made('2026-03-04')] }),
    asOf,
    is: 'met',
  },
  { when: 'nobody has visited yet', facts: aCase(), asOf, is: 'open', dueOn: 'no day' },
  {
    when: 'the first visit is today',
    facts: visited(),
    asOf: '2026-03-04',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-03-04',
  },
  {
    when: 'the first visit was yesterday',
    facts: visited(),
    asOf: '2026-03-05',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'only the child has signed',
    facts: visited({ serviceAgreements: [made('2026-03-04', ['child'])] }),
    asOf,
    is: 'overdue',
  },
  {
    when: 'only the parent or carer has signed',
    facts: visited({ serviceAgreements: [made('2026-03-04', ['parent-or-carer'])] }),
    asOf,
    is: 'overdue',
  },
  {
    when: 'one signed six months before stands for a further conditional caution',
    facts: furtherCaution('youth-conditional-caution', '2025-09-02'),
    asOf,
    is: 'excused',
  },
  {
    when: 'the earlier one was signed a day before that',
    facts: furtherCaution('youth-conditional-caution', '2025-09-01'),
    asOf,
    is: 'overdue',
  },
  {
    when: 'the earlier one was for a caution without conditions',
    facts: furtherCaution('youth-caution', '2026-01-15'),
    asOf,
    is: 'overdue',
  },
  {
    when: 'nobody holds the case yet',
    facts: visited({ allocations: [] }),
    asOf,
    is: 'not-applicable',
  },
])
