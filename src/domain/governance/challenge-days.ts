import { addDays, isBefore, isOnOrAfter, latest, plainDate } from '../calendar/plain-date.ts'
import { deadline, type TimeLimit } from '../rules/deadline.ts'
import { dutyStanding } from '../rules/duty-standing.ts'
import type { Parameter } from '../rules/parameter.ts'
import { numberOn, type Asked } from '../rules/policy.ts'
import type { DutyDecision, StandardRule } from '../rules/rule.ts'
import type { ChallengeDayFact, GovernanceFacts, TeamFact } from './governance-facts.ts'

const from = plainDate('2017-01-01')

const everyMonths: TimeLimit = {
  name: 'Time between challenge days of a team',
  unit: 'months',
  values: [{ from, value: 6 }],
  least: 3,
  most: 12,
}

const notice: Parameter = {
  name: 'Notice that the team is given of a challenge day',
  unit: 'days',
  values: [{ from, value: 3 }],
  least: 1,
  most: 20,
}

const reviewWithin: TimeLimit = {
  name: 'Time to review the action plan after a challenge day',
  unit: 'weeks',
  values: [{ from, value: 6 }],
  least: 2,
  most: 12,
}

type ChallengeFacts = Pick<GovernanceFacts, 'since' | 'teams' | 'challengeDays'>

/**
 * OM-15.3-challenge: peers and partners look at the work of each area team about every six months, and what follows is looked at again.
 *
 * @source OM section 15.3
 * @interpretation Three things may be owed to a team: the next day (six months after the last, counted from the team's start where there was
 * none), notice of a day that is planned, and the review of the latest action plan. Notice is given at least three days before; once the
 * day has been, late notice is no longer asked for. The number of days that holds when it is asked counts.
 */
export const challengeDays: StandardRule<ChallengeFacts> = {
  id: 'OM-15.3-challenge',
  kind: 'standard',
  title: 'A challenge day for each area team about every six months, with an action plan',
  why: 'A team does not see its own habits. Friendly eyes from outside do, and a plan makes something of it.',
  citation: { source: 'OM', section: '15.3' },
  parameters: { everyMonths, notice, reviewWithin },
  waitsFor: 'governance',
  decide: (facts, asOf, policy) =>
    facts.teams
      .filter(({ isAreaTeam }) => isAreaTeam)
      .flatMap(team => decideTeam(facts, team, { asOf, policy })),
}

function decideTeam(facts: ChallengeFacts, team: TeamFact, asked: Asked): DutyDecision[] {
  const days = facts.challengeDays.filter(({ teamId }) => teamId === team.id)
  const held = days.filter(({ on }) => isBefore(on, asked.asOf)).at(-1)
  const planned = days.filter(({ on }) => isOnOrAfter(on, asked.asOf))
  const since = held?.on ?? latest(facts.since, team.startedOn)
  return [
    nextDay(team, since, asked),
    ...(held === undefined ? [] : [actionPlan(held, asked)]),
    ...planned.map(day => noticeOf(day, asked)),
  ]
}

function nextDay(team: TeamFact, since: ChallengeDayFact['on'], asked: Asked): DutyDecision {
  const { dueOn, limit } = deadline(everyMonths, since, asked)
  const because = [{ text: 'Last challenge day, or start', on: since }]
  const missing = ['the next challenge day']
  const dueWords = `${limit} after the last`
  return dutyStanding({ subjectId: team.id, dueOn, dueWords, because, missing }, asked.asOf)
}

function actionPlan({ id, on, actionPlanReviewedOn }: ChallengeDayFact, asked: Asked) {
  const { dueOn, limit } = deadline(reviewWithin, on, asked)
  return dutyStanding(
    {
      subjectId: `${id}/review`,
      dueOn,
      dueWords: `${limit} after the challenge day`,
      because: [{ text: 'The challenge day was held', on }],
      missing: actionPlanReviewedOn === null ? ['the action plan was reviewed'] : [],
    },
    asked.asOf,
  )
}

function noticeOf({ id, on, teamToldOn }: ChallengeDayFact, { asOf, policy }: Asked) {
  const days = numberOn(policy, notice, asOf)
  const dueOn = addDays(on, -days)
  const isInTime = teamToldOn !== null && !isBefore(dueOn, teamToldOn)
  return dutyStanding(
    {
      subjectId: `${id}/notice`,
      dueOn,
      dueWords: `${days} days before the challenge day`,
      because: [{ text: 'The challenge day is planned', on }],
      missing: isInTime ? [] : ['the team was told in time'],
    },
    asOf,
  )
}
