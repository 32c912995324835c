import { plainDate } from '../calendar/plain-date.ts'
import { lastDayOfQuarter, quarterLabel } from '../calendar/quarters.ts'
import type { TimeLimit } from '../rules/deadline.ts'
import { dutyStanding } from '../rules/duty-standing.ts'
import type { StandardRule } from '../rules/rule.ts'
import { endedQuarters } from './ended-quarters.ts'
import type { GovernanceFacts } from './governance-facts.ts'
import { roundsOf } from './recurring.ts'

const sendWithin: TimeLimit = {
  name: 'Time to send the return after the quarter',
  unit: 'months',
  values: [{ from: plainDate('2023-04-01'), value: 1 }],
  least: 1,
  most: 3,
}

/**
 * LP-kpi-return: the key performance indicators and the attendance of the board are sent after every quarter.
 *
 * @source LP "board attendance"
 * @interpretation Every quarter that has ended since the facts begin is asked for, so one that was forgotten does not get lost. A return
 * without the attendance of the board does not count.
 */
export const kpiReturn: StandardRule<Pick<GovernanceFacts, 'since' | 'returns'>> = {
  id: 'LP-kpi-return',
  kind: 'standard',
  title: 'Send the KPI return and the attendance of the board after each quarter',
  why: 'What is counted the same way everywhere shows where children are let down, here and in the country.',
  citation: { source: 'LP', section: 'governance' },
  parameters: { sendWithin },
  waitsFor: 'governance',
  decide: ({ since, returns }, asOf, policy) =>
    endedQuarters(since, asOf).map(quarter => {
      const label = quarterLabel(quarter)
      const endedOn = lastDayOfQuarter(quarter)
      const { dueOn } = roundsOf(sendWithin, { asOf, policy })(endedOn)
      const sent = returns.find(
        one => one.kind === 'kpi' && one.period === label && one.hasBoardAttendance,
      )
      const ended = { text: 'The quarter ended', on: endedOn }
      return dutyStanding(
        {
          subjectId: label,
          dueOn,
          dueWords: 'by the end of the month after the quarter',
          because: sent === undefined ? [ended] : [ended, { text: 'It was sent', on: sent.sentOn }],
          missing: sent === undefined ? ['the return was sent, with the attendance'] : [],
        },
        asOf,
      )
    }),
}
