import { aCase, anAssessmentFact, anEventFact, aPlanFact, openWork } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { AssessmentFact, CaseFacts } from '../rules/case-facts.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import { qualityMeeting } from './quality-meeting.ts'

const met = anEventFact({
  kind: 'quality-assurance-meeting',
  aboutId: 'assessment',
  on: plainDate('2026-03-12'),
})

/** Open work whose assessment was completed on Thursday 5 March 2026 and whose plan was written on Tuesday 10 March. */
function written(
  assessment: Partial<AssessmentFact> = {},
  values: Partial<CaseFacts> = {},
): CaseFacts {
  return aCase({
    intervention: openWork,
    assessments: [anAssessmentFact({ completedOn: plainDate('2026-03-05'), ...assessment })],
    plans: [aPlanFact({ writtenOn: plainDate('2026-03-10') })],
    ...values,
  })
}

const countersigned = { countersignedOn: plainDate('2026-03-12') }

export const qualityMeetingExamples = dutyExamples(qualityMeeting, [
  {
    when: 'they met, and the manager countersigned',
    facts: written(countersigned, { events: [met] }),
    asOf: '2026-04-20',
    is: 'met',
  },
  {
    when: 'they met and nobody has countersigned',
    facts: written({}, { events: [met] }),
    asOf: '2026-03-13',
    is: 'open',
  },
  {
    when: 'it is countersigned and they have not met',
    facts: written(countersigned),
    asOf: '2026-03-18',
    is: 'overdue',
  },
  {
    when: 'they met about another record',
    facts: written(countersigned, { events: [{ ...met, aboutId: 'another' }] }),
    asOf: '2026-03-18',
    is: 'overdue',
  },
  {
    when: 'it is the fifth working day after both were there',
    facts: written(),
    asOf: '2026-03-17',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-03-17',
  },
  {
    when: 'the fifth working day was yesterday',
    facts: written(),
    asOf: '2026-03-18',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'there is no plan yet',
    facts: written({}, { plans: [] }),
    asOf: '2026-04-20',
    is: 'not-applicable',
  },
  {
    when: 'the assessment is still being written',
    facts: written({ completedOn: null }),
    asOf: '2026-04-20',
    is: 'not-applicable',
  },
])
