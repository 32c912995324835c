import { plainDate } from '../calendar/plain-date.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import { attendanceCentreReturn } from './attendance-centre-return.ts'
import { feedbackHeard } from './feedback-heard.ts'
import type { FeedbackAnalysisFact, ReturnFact } from './governance-facts.ts'
import { kpiReturn } from './kpi-return.ts'

/** The return of January to March 2026. */
const kpi: ReturnFact = {
  kind: 'kpi',
  period: '2025Q4',
  sentOn: plainDate('2026-04-22'),
  hasBoardAttendance: true,
}

function sent(...returns: readonly ReturnFact[]) {
  return { since: plainDate('2026-02-10'), returns }
}

export const kpiReturnExamples = dutyExamples(kpiReturn, [
  { when: 'the return was sent', facts: sent(kpi), asOf: '2026-05-01', is: 'met' },
  {
    when: 'the month after the quarter ends today',
    facts: sent(),
    asOf: '2026-04-30',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-04-30',
  },
  {
    when: 'the month after the quarter ended yesterday',
    facts: sent(),
    asOf: '2026-05-01',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'the attendance of the board was left out',
    facts: sent({ ...kpi, hasBoardAttendance: false }),
    asOf: '2026-05-01',
    is: 'overdue',
  },
  {
    when: 'the quarter ends in June: the month after it has 31 days',
    facts: sent(kpi),
    asOf: '2026-07-31',
    subjectId: '2026Q1',
    is: 'open',
    dueOn: '2026-07-31',
  },
  {
    when: 'an earlier quarter was forgotten',
    facts: sent({ ...kpi, period: '2026Q1' }),
    asOf: '2026-08-01',
    subjectId: '2025Q4',
    is: 'overdue',
    dueOn: '2026-04-30',
  },
  {
    when: 'the first quarter has not ended yet',
    facts: sent(),
    asOf: '2026-03-31',
    is: 'not-applicable',
  },
])

const centre = { openedOn: plainDate('2024-09-01') }

function centreReturns(...days: readonly string[]) {
  const returns = days.map(on => ({
    kind: 'attendance-centre' as const,
    period: on.slice(0, 7),
    sentOn: plainDate(on),
    hasBoardAttendance: false,
  }))
  return { since: plainDate('2026-01-01'), attendanceCentre: centre, returns }
}

export const attendanceCentreReturnExamples = dutyExamples(attendanceCentreReturn, [
  {
    when: 'a return was sent this month',
    facts: centreReturns('2026-02-05', '2026-03-05'),
    asOf: '2026-03-31',
    is: 'met',
  },
  {
    when: 'the last was sent last month and the month ends today',
    facts: centreReturns('2026-02-05'),
    asOf: '2026-03-31',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-03-31',
  },
  {
    when: 'the month ended yesterday without a return',
    facts: centreReturns('2026-02-05'),
    asOf: '2026-04-01',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'only the KPI return was sent',
    facts: { ...centreReturns(), returns: [kpi] },
    asOf: '2026-04-25',
    is: 'overdue',
    dueOn: '2026-02-28',
  },
  {
    when: 'the service runs no attendance centre',
    facts: { ...centreReturns(), attendanceCentre: null },
    asOf: '2026-04-01',
    is: 'not-applicable',
  },
])

/** A piece of work that ended on 27 February 2026, and what was made of the feedback of January to March. */
function ended(askedOn: string | null, analyses: readonly FeedbackAnalysisFact[] = []) {
  const work = {
    id: 'work',
    endedOn: plainDate('2026-02-27'),
    feedbackAskedOn: askedOn === null ? null : plainDate(askedOn),
  }
  return { since: plainDate('2026-01-01'), endedWork: [work], feedbackAnalyses: analyses }
}

const analysis = { quarter: '2025Q4', on: plainDate('2026-04-20'), coversTwelveMonths: true }

export const feedbackHeardExamples = dutyExamples(feedbackHeard, [
  {
    when: 'the child was asked when the work ended',
    facts: ended('2026-02-25'),
    asOf: '2026-03-02',
    is: 'met',
  },
  {
    when: 'the work ends today',
    facts: ended(null),
    asOf: '2026-02-27',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-02-27',
  },
  {
    when: 'the work ended yesterday and nobody asked the child',
    facts: ended(null),
    asOf: '2026-02-28',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'the feedback of the quarter was analysed',
    facts: ended('2026-02-25', [analysis]),
    asOf: '2026-05-01',
    subjectId: '2025Q4',
    is: 'met',
  },
  {
    when: 'the quarter has ended and its feedback waits to be analysed',
    facts: ended('2026-02-25'),
    asOf: '2026-04-30',
    subjectId: '2025Q4',
    is: 'open',
    dueOn: '2026-04-30',
  },
  {
    when: 'the analysis does not look at twelve months',
    facts: ended('2026-02-25', [{ ...analysis, coversTwelveMonths: false }]),
    asOf: '2026-05-01',
    subjectId: '2025Q4',
    is: 'overdue',
  },
  {
    when: 'no work has ended and no quarter either',
    facts: { since: plainDate('2026-01-01'), endedWork: [], feedbackAnalyses: [] },
    asOf: '2026-03-02',
    is: 'not-applicable',
  },
])
