import {
  aCase,
  anAgreement,
  anAssessmentFact,
  anEventFact,
  aPlanFact,
  openWork,
  someChild,
} from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { CaseFacts } from '../rules/case-facts.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import { sharePapers } from './share-papers.ts'

/** A child on a child protection plan whose assessment a manager countersigned on 16 March 2026. */
function assessed(values: Partial<CaseFacts>): CaseFacts {
  const countersignedOn = plainDate('2026-03-16')
  return aCase({
    intervention: openWork,
    child: { ...someChild, careStatuses: ['child-protection-plan'] },
    assessments: [anAssessmentFact({ completedOn: plainDate('2026-03-13'), countersignedOn })],
    ...values,
  })
}

const shared = (topic: string, on: string, aboutId: string | null = 'assessment') =>
  anEventFact({ kind: 'shared', topic, aboutId, on: plainDate(on) })
const signedPlan = aPlanFact({
  writtenOn: plainDate('2026-03-12'),
  signatures: [{ signatory: 'manager', on: plainDate('2026-03-17') }],
})

export const sharePapersExamples = dutyExamples(sharePapers, [
  {
    when: 'the assessment was shared on the day',
    facts: assessed({ events: [shared('assessment', '2026-03-16')] }),
    asOf: '2026-04-01',
    is: 'met',
  },
  {
    when: 'all papers of the case were shared',
    facts: assessed({ events: [shared('all', '2026-03-20', null)] }),
    asOf: '2026-04-01',
    is: 'met',
  },
  {
    when: 'it is the fifth working day and nothing is shared',
    facts: assessed({}),
    asOf: '2026-03-23',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-03-23',
  },
  {
    when: 'the fifth working day was yesterday',
    facts: assessed({}),
    asOf: '2026-03-24',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'what was shared was an earlier version',
    facts: assessed({ events: [shared('assessment', '2026-03-15')] }),
    asOf: '2026-03-24',
    is: 'overdue',
  },
  {
    when: 'only another paper was shared',
    facts: assessed({ events: [shared('plan', '2026-03-18', null)] }),
    asOf: '2026-03-24',
    is: 'overdue',
  },
  {
    when: 'the worker wrote down that there is no consent',
    facts: assessed({
      agreements: [anAgreement({ ruleId: 'OM-10.2-share', subjectId: 'assessment' })],
    }),
    asOf: '2026-03-24',
    is: 'excused',
  },
  {
    when: 'a manager signed the plan and it was not shared',
    facts: assessed({ assessments: [], plans: [signedPlan] }),
    asOf: '2026-03-25',
    is: 'overdue',
    dueOn: '2026-03-24',
  },
  {
    when: 'no manager has countersigned yet',
    facts: assessed({ assessments: [anAssessmentFact()], plans: [aPlanFact()] }),
    asOf: '2026-04-01',
    is: 'not-applicable',
  },
  {
    when: 'neither social care nor early help is there for the child',
    facts: assessed({ child: someChild }),
    asOf: '2026-04-01',
    is: 'not-applicable',
  },
])
