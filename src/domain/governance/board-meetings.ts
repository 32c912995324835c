import { addMonths, lastDayOfMonth } from '../calendar/months.ts'
import { isOnOrBefore, plainDate, type PlainDate } from '../calendar/plain-date.ts'
import { limitInWords, type Deadline } from '../rules/deadline.ts'
import type { Parameter } from '../rules/parameter.ts'
import { numberOn, type Policy } from '../rules/policy.ts'
import type { StandardRule } from '../rules/rule.ts'
import type { GovernanceFacts } from './governance-facts.ts'
import { recurring } from './recurring.ts'

const meetingsAYear: Parameter = {
  name: 'Meetings of the management board',
  unit: 'a year',
  values: [{ from: plainDate('2023-04-01'), value: 4 }],
  least: 1,
  most: 12,
}

/**
 * LP-board: the management board meets four times a year, with a quorum, and it is known which agencies came.
 *
 * @source LP "governance", "board attendance"
 * @interpretation Spread over the year: the next meeting is owed by the end of the third month after the last. A number that does not divide
 * twelve months is counted in whole months, rounded down. A meeting without a quorum, or without attendance by agency, does not count;
 * the attendance is sent with `LP-kpi-return`.
 */
export const boardMeetings: StandardRule<Pick<GovernanceFacts, 'since' | 'boardMeetings'>> = {
  id: 'LP-board',
  kind: 'standard',
  title: 'The management board meets four times a year, with a quorum and attendance by agency',
  why: 'Schools, health, housing and police decide together what children get. A board that does not meet decides nothing.',
  citation: { source: 'LP', section: 'governance' },
  parameters: { meetingsAYear },
  waitsFor: 'governance',
  decide: ({ since, boardMeetings: meetings }, asOf, policy) => {
    const doneOn = meetings
      .filter(({ on }) => isOnOrBefore(on, asOf))
      .filter(({ hadQuorum, attendanceByAgency }) => hadQuorum && attendanceByAgency.length > 0)
      .map(({ on }) => on)
    const missing = ['the board met with a quorum, and attendance by agency was recorded']
    const board = { subjectId: 'board', since, doneOn, what: 'the board met', missing }
    return [recurring(board, day => roundAfter(day, policy), asOf)]
  },
}

function roundAfter(day: PlainDate, policy: Policy): Deadline {
  const months = Math.floor(12 / numberOn(policy, meetingsAYear, day))
  const dueOn = lastDayOfMonth(addMonths(lastDayOfMonth(day), months))
  return { dueOn, limit: limitInWords('months', months) }
}
