import { aCase, anAgreement, anAssessmentFact, anEventFact } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { CaseFacts, EventFact } from '../rules/case-facts.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import type { JudgementLevel } from '../vocabulary/work.ts'
import { riskStrategyMeeting } from './risk-strategy-meeting.ts'

/** An assessment started on 2 March 2026 and completed on Monday 9 March. */
function judged(level: JudgementLevel, values: Parameters<typeof anAssessmentFact>[0] = {}) {
  return anAssessmentFact({
    completedOn: plainDate('2026-03-09'),
    judgements: [{ kind: 'risk-of-serious-harm', level }],
    ...values,
  })
}

function meeting(values: Partial<EventFact> = {}): EventFact {
  return anEventFact({
    kind: 'risk-strategy-meeting',
    topic: 'held',
    on: plainDate('2026-03-16'),
    reviewOn: plainDate('2026-05-11'),
    ...values,
  })
}

function high(values: Partial<CaseFacts> = {}): CaseFacts {
  return aCase({ assessments: [judged('high')], ...values })
}

const later = { id: 'later', reviewOf: 'assessment', startedOn: plainDate('2026-09-01') }
const reviewed = { ...later, completedOn: plainDate('2026-09-07') }

export const riskStrategyMeetingExamples = dutyExamples(riskStrategyMeeting, [
  {
    when: 'a meeting was held and says when it is looked at again',
    facts: high({ events: [meeting()] }),
    asOf: '2026-03-30',
    is: 'met',
  },
  {
    when: 'it was decided that another forum covers the risk',
    facts: high({ events: [meeting({ topic: 'other-forum' })] }),
    asOf: '2026-03-30',
    is: 'met',
  },
  {
    when: 'they met while the assessment was being written',
    facts: high({ events: [meeting({ on: plainDate('2026-03-04') })] }),
    asOf: '2026-03-30',
    is: 'met',
  },
  {
    when: 'a review judges the same and the first meeting was held',
    facts: high({
      assessments: [judged('high'), judged('very-high', reviewed)],
      events: [meeting()],
    }),
    asOf: '2026-10-12',
    is: 'met',
  },
  {
    when: 'it is the tenth working day after a judgement of very high',
    facts: high({ assessments: [judged('very-high')] }),
    asOf: '2026-03-23',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-03-23',
  },
  {
    when: 'the tenth working day was yesterday',
    facts: high(),
    asOf: '2026-03-24',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'a meeting was held and nobody set the day of its review',
    facts: high({ events: [meeting({ reviewOn: null })] }),
    asOf: '2026-03-30',
    is: 'overdue',
  },
  {
    when: 'everybody agreed to stand it down',
    facts: high({
      agreements: [anAgreement({ ruleId: 'OM-5.2-rsm', subjectId: 'assessment' })],
    }),
    asOf: '2026-03-30',
    is: 'excused',
  },
  {
    when: 'the risk is judged medium',
    facts: high({ assessments: [judged('medium')] }),
    asOf: '2026-03-30',
    is: 'not-applicable',
  },
  {
    when: 'a review no longer judges it high',
    facts: high({ assessments: [judged('high'), judged('medium', reviewed)] }),
    asOf: '2026-10-12',
    is: 'not-applicable',
  },
  {
    when: 'the assessment is not completed yet',
    facts: high({ assessments: [judged('high', { completedOn: null })] }),
    asOf: '2026-03-30',
    is: 'not-applicable',
  },
])
