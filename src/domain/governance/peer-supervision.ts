import { latest, plainDate } from '../calendar/plain-date.ts'
import type { TimeLimit } from '../rules/deadline.ts'
import type { StandardRule } from '../rules/rule.ts'
import type { GovernanceFacts } from './governance-facts.ts'
import { recurring, roundsOf } from './recurring.ts'

const everyMonths: TimeLimit = {
  name: 'Time between peer supervisions of a team',
  unit: 'months',
  values: [{ from: plainDate('2017-01-01'), value: 1 }],
  least: 1,
  most: 3,
}

/**
 * OM-18-peer: every team reflects on its cases together every month.
 *
 * @source OM section 18
 */
export const peerSupervision: StandardRule<
  Pick<GovernanceFacts, 'since' | 'teams' | 'peerSupervisions'>
> = {
  id: 'OM-18-peer',
  kind: 'standard',
  title: 'Peer supervision in every team, every month',
  why: 'Colleagues see what one has stopped seeing, and a team that thinks together holds more than one person can.',
  citation: { source: 'OM', section: '18' },
  parameters: { everyMonths },
  waitsFor: 'governance',
  decide: ({ since, teams, peerSupervisions }, asOf, policy) =>
    teams.map(team =>
      recurring(
        {
          subjectId: team.id,
          since: latest(since, team.startedOn),
          doneOn: peerSupervisions.filter(({ teamId }) => teamId === team.id).map(({ on }) => on),
          what: 'peer supervision',
          missing: ['peer supervision held'],
        },
        roundsOf(everyMonths, { asOf, policy }),
        asOf,
      ),
    ),
}
