import { plainDate } from '../calendar/plain-date.ts'
import { policyOf } from '../rules/policy.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import { boardMeetings } from './board-meetings.ts'
import { boardPlans } from './board-plans.ts'
import type { BoardMeetingFact } from './governance-facts.ts'

/** A meeting of the board with all that belongs to it. */
function meeting(on: string, values: Partial<BoardMeetingFact> = {}): BoardMeetingFact {
  return {
    id: on,
    on: plainDate(on),
    hadQuorum: true,
    attendanceByAgency: [{ agency: 'police', attended: true }],
    sawPlanProgress: true,
    sawImprovementPlan: true,
    ...values,
  }
}

function boardWith(...meetings: readonly BoardMeetingFact[]) {
  return { since: plainDate('2025-12-01'), boardMeetings: meetings }
}

/** A service whose board meets six times a year. */
const sixTimes = policyOf(
  {
    numbers: [
      {
        ruleId: 'LP-board',
        parameter: 'meetingsAYear',
        from: plainDate('2026-01-01'),
        value: 6,
      },
    ],
    switches: [],
    closedDays: [],
  },
  [boardMeetings],
)

export const boardMeetingsExamples = dutyExamples(
  boardMeetings,
  [
    {
      when: 'the board met this month with a quorum',
      facts: boardWith(meeting('2026-01-20')),
      asOf: '2026-01-30',
      is: 'met',
    },
    {
      when: 'the third month after the last meeting ends today',
      facts: boardWith(meeting('2026-01-20')),
      asOf: '2026-04-30',
      is: 'open',
      edge: 'last-day',
      dueOn: '2026-04-30',
    },
    {
      when: 'the third month ended yesterday',
      facts: boardWith(meeting('2026-01-20')),
      asOf: '2026-05-01',
      is: 'overdue',
      edge: 'day-after',
    },
    {
      when: 'the board met in April without a quorum',
      facts: boardWith(meeting('2026-01-20'), meeting('2026-04-21', { hadQuorum: false })),
      asOf: '2026-05-01',
      is: 'overdue',
    },
    {
      when: 'it is not known which agencies came in April',
      facts: boardWith(meeting('2026-01-20'), meeting('2026-04-21', { attendanceByAgency: [] })),
      asOf: '2026-05-01',
      is: 'overdue',
    },
    {
      when: 'the meeting of this month is planned for next week',
      facts: boardWith(meeting('2026-01-20'), meeting('2026-04-28')),
      asOf: '2026-04-21',
      is: 'open',
    },
    {
      when: 'the board of this service meets six times a year',
      facts: boardWith(meeting('2026-01-20')),
      asOf: '2026-04-01',
      is: 'overdue',
      dueOn: '2026-03-31',
      policy: sixTimes,
    },
  ],
  { 'not-applicable': 'Every service has a management board.' },
)

const without = { sawImprovementPlan: false }

export const boardPlansExamples = dutyExamples(boardPlans, [
  {
    when: 'the board saw progress on both plans',
    facts: boardWith(meeting('2026-01-20')),
    asOf: '2026-01-30',
    is: 'met',
  },
  {
    when: 'the meeting is today',
    facts: boardWith(meeting('2026-01-20', without)),
    asOf: '2026-01-20',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-01-20',
  },
  {
    when: 'the meeting was yesterday and did not see the improvement plan',
    facts: boardWith(meeting('2026-01-20', without)),
    asOf: '2026-01-21',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'a later meeting has seen both',
    facts: boardWith(meeting('2026-01-20', without), meeting('2026-04-21')),
    asOf: '2026-04-22',
    is: 'met',
  },
  {
    when: 'no meeting was held and none is planned',
    facts: boardWith(),
    asOf: '2026-01-21',
    is: 'not-applicable',
  },
])
