import { plainDate } from '../calendar/plain-date.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import { caseAudits } from './case-audits.ts'
import type { AuditFact, LearningFact } from './governance-facts.ts'
import { learningReviews } from './learning-reviews.ts'
import { parentsAsked } from './parents-asked.ts'

const manager = {
  id: 'sam',
  grade: 'team-manager',
  startedOn: plainDate('2020-04-01'),
  supervisionAgreementOn: null,
} as const

/** An audit by Sam, completed and talked over with the case manager on a day. */
function audit(on: string, values: Partial<AuditFact> = {}): AuditFact {
  const day = plainDate(on)
  return {
    id: 'audit',
    managerId: 'sam',
    startedOn: plainDate('2026-02-02'),
    completedOn: day,
    discussedWithCaseManagerOn: day,
    parentsAskedOn: plainDate('2026-02-03'),
    ...values,
  }
}

function samWith(audits: readonly AuditFact[], findingsReportedOn: readonly string[] = []) {
  return {
    since: plainDate('2026-01-01'),
    staff: [manager],
    audits,
    findingsReportedOn: findingsReportedOn.map(plainDate),
  }
}

const february = [audit('2026-02-05'), audit('2026-02-19')]

export const caseAuditsExamples = dutyExamples(caseAudits, [
  {
    when: 'two audits of this month were talked over',
    facts: samWith([...february, audit('2026-03-05'), audit('2026-03-19')]),
    asOf: '2026-03-20',
    subjectId: 'sam',
    is: 'met',
  },
  {
    when: 'one audit of this month is still to come and the month ends today',
    facts: samWith([...february, audit('2026-03-05')]),
    asOf: '2026-03-31',
    subjectId: 'sam',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-03-31',
  },
  {
    when: 'the month ended yesterday with one audit',
    facts: samWith([...february, audit('2026-03-05')]),
    asOf: '2026-04-01',
    subjectId: 'sam',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'the second audit was never talked over',
    facts: samWith([
      ...february,
      audit('2026-03-05'),
      audit('2026-03-19', { discussedWithCaseManagerOn: null }),
    ]),
    asOf: '2026-04-01',
    subjectId: 'sam',
    is: 'overdue',
  },
  {
    when: 'the report on the findings of this month is there',
    facts: samWith([], ['2026-03-30']),
    asOf: '2026-03-31',
    subjectId: 'findings-report',
    is: 'met',
  },
  {
    when: 'the month ended yesterday without a report on the findings',
    facts: samWith([], ['2026-02-26']),
    asOf: '2026-04-01',
    subjectId: 'findings-report',
    is: 'overdue',
    dueOn: '2026-03-31',
  },
  {
    when: 'somebody is not a team manager',
    facts: { ...samWith([]), staff: [{ ...manager, grade: 'practitioner' }] },
    asOf: '2026-04-01',
    subjectId: 'sam',
    is: 'not-applicable',
  },
])

const notAsked = { parentsAskedOn: null }

export const parentsAskedExamples = dutyExamples(parentsAsked, [
  {
    when: 'the parents were asked',
    facts: { audits: [audit('2026-02-19')] },
    asOf: '2026-03-01',
    is: 'met',
  },
  {
    when: 'the audit goes on',
    facts: { audits: [audit('2026-02-19', { ...notAsked, completedOn: null })] },
    asOf: '2026-02-10',
    is: 'open',
    dueOn: 'no day',
  },
  {
    when: 'the audit was completed today',
    facts: { audits: [audit('2026-02-19', notAsked)] },
    asOf: '2026-02-19',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-02-19',
  },
  {
    when: 'the audit was completed yesterday and nobody asked them',
    facts: { audits: [audit('2026-02-19', notAsked)] },
    asOf: '2026-02-20',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'no case is audited',
    facts: { audits: [] },
    asOf: '2026-02-20',
    is: 'not-applicable',
  },
])

/** A child was sentenced to custody on Monday 2 March 2026. */
function sentenced(values: Partial<LearningFact> = {}) {
  const sentence = {
    id: 'sentence',
    on: plainDate('2026-03-02'),
    outcome: 'custody',
    review: null,
    ...values,
  } as const
  return { sentences: [sentence] }
}

const review = { on: plainDate('2026-03-20'), by: 'peer', looksAtServiceOnly: true } as const

export const learningReviewsExamples = dutyExamples(learningReviews, [
  {
    when: 'a peer looked at what the service can learn',
    facts: sentenced({ review }),
    asOf: '2026-04-10',
    is: 'met',
  },
  {
    when: 'it is the twentieth working day',
    facts: sentenced(),
    asOf: '2026-03-30',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-03-30',
  },
  {
    when: 'the twentieth working day was yesterday',
    facts: sentenced(),
    asOf: '2026-03-31',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'the line manager of the case wrote the review',
    facts: sentenced({ review: { ...review, by: 'line-manager' } }),
    asOf: '2026-03-31',
    is: 'overdue',
  },
  {
    when: 'the review after custody looks at one worker’s practice',
    facts: sentenced({ review: { ...review, looksAtServiceOnly: false } }),
    asOf: '2026-03-31',
    is: 'overdue',
  },
  {
    when: 'the review of a child who was spared custody looks at good practice too',
    facts: sentenced({
      outcome: 'custody-avoided',
      review: { ...review, looksAtServiceOnly: false },
    }),
    asOf: '2026-03-31',
    is: 'met',
  },
  {
    when: 'no court has decided so',
    facts: { sentences: [] },
    asOf: '2026-03-31',
    is: 'not-applicable',
  },
])
