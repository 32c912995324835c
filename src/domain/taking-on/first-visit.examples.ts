import { aCase, aContactFact, anAgreement, anAssessmentFact, aReferralFact } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { CaseFacts } from '../rules/case-facts.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import { firstVisit } from './first-visit.ts'

const asOf = '2026-03-10'

/** A case given to a worker on 2 March 2026, on the panel of 10 March. */
function forPanel(values: Partial<CaseFacts> = {}): CaseFacts {
  return aCase({ referral: aReferralFact({ panelOn: plainDate('2026-03-10') }), ...values })
}

const agreed = anAgreement({
  ruleId: 'OM-2.1-visit',
  subjectId: 'case',
  untilOn: plainDate('2026-03-12'),
})

export const firstVisitExamples = dutyExamples(firstVisit, [
  {
    when: 'child and family took part in a home visit',
    facts: forPanel({ contacts: [aContactFact()] }),
    asOf,
    is: 'met',
  },
  { when: 'no panel is fixed and nobody has visited', facts: aCase(), asOf, is: 'open' },
  {
    when: 'the parent or carer was not there',
    facts: aCase({ contacts: [aContactFact({ sawParent: false })] }),
    asOf,
    is: 'open',
  },
  {
    when: 'the child was not there',
    facts: aCase({ contacts: [aContactFact({ sawChild: false })] }),
    asOf,
    is: 'open',
  },
  {
    when: 'a visit is planned',
    facts: aCase({ contacts: [aContactFact({ attendance: null })] }),
    asOf,
    is: 'open',
  },
  {
    when: 'nobody opened the door',
    facts: aCase({ contacts: [aContactFact({ attendance: 'unacceptable-absence' })] }),
    asOf,
    is: 'open',
  },
  {
    when: 'they met at the office',
    facts: aCase({ contacts: [aContactFact({ kind: 'office' })] }),
    asOf,
    is: 'open',
  },
  {
    when: 'the panel is today',
    facts: forPanel(),
    asOf,
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-03-10',
  },
  {
    when: 'the panel was yesterday',
    facts: forPanel(),
    asOf: '2026-03-11',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'the assessment is completed without a visit, before the panel',
    facts: forPanel({ assessments: [anAssessmentFact({ completedOn: plainDate('2026-03-09') })] }),
    asOf: '2026-03-09',
    is: 'overdue',
    dueOn: '2026-03-09',
  },
  {
    when: 'a manager has agreed to assess without it, up to today',
    facts: forPanel({ agreements: [agreed] }),
    asOf: '2026-03-12',
    is: 'excused',
  },
  {
    when: 'what the manager agreed to ended yesterday',
    facts: forPanel({ agreements: [agreed] }),
    asOf: '2026-03-13',
    is: 'overdue',
  },
  {
    when: 'nobody holds the case yet',
    facts: forPanel({ allocations: [] }),
    asOf,
    is: 'not-applicable',
  },
])
