import { plainDate } from '../calendar/plain-date.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import { challengeDays } from './challenge-days.ts'
import type { ChallengeDayFact } from './governance-facts.ts'

const north = { id: 'north', startedOn: plainDate('2020-04-01'), isAreaTeam: true }

/** A challenge day of the north team, announced in time. */
function day(on: string, values: Partial<ChallengeDayFact> = {}): ChallengeDayFact {
  const day = plainDate(on)
  const teamToldOn = day.subtract({ days: 3 })
  return { id: 'day', teamId: 'north', on: day, teamToldOn, actionPlanReviewedOn: null, ...values }
}

function northWith(...days: readonly ChallengeDayFact[]) {
  return { since: plainDate('2026-01-01'), teams: [north], challengeDays: days }
}

const reviewedOn = { actionPlanReviewedOn: plainDate('2026-04-10') }

export const challengeDaysExamples = dutyExamples(challengeDays, [
  {
    when: 'six months after the last day have passed today',
    facts: northWith(day('2026-03-10', reviewedOn)),
    asOf: '2026-09-10',
    subjectId: 'north',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-09-10',
  },
  {
    when: 'six months after the last day had passed yesterday',
    facts: northWith(day('2026-03-10', reviewedOn)),
    asOf: '2026-09-11',
    subjectId: 'north',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'a team never had one: it counts from the first day of the facts',
    facts: northWith(),
    asOf: '2026-07-02',
    subjectId: 'north',
    is: 'overdue',
    dueOn: '2026-07-01',
  },
  {
    when: 'the action plan was reviewed',
    facts: northWith(day('2026-03-10', reviewedOn)),
    asOf: '2026-05-01',
    subjectId: 'day/review',
    is: 'met',
  },
  {
    when: 'the sixth week after the day ends today and the action plan was not reviewed',
    facts: northWith(day('2026-03-10')),
    asOf: '2026-04-21',
    subjectId: 'day/review',
    is: 'open',
    dueOn: '2026-04-21',
  },
  {
    when: 'the sixth week ended yesterday and the action plan was not reviewed',
    facts: northWith(day('2026-03-10')),
    asOf: '2026-04-22',
    subjectId: 'day/review',
    is: 'overdue',
  },
  {
    when: 'the team was told three days before a day that is planned',
    facts: northWith(day('2026-03-10')),
    asOf: '2026-03-09',
    subjectId: 'day/notice',
    is: 'met',
  },
  {
    when: 'it is three days before and the team does not know yet',
    facts: northWith(day('2026-03-10', { teamToldOn: null })),
    asOf: '2026-03-07',
    subjectId: 'day/notice',
    is: 'open',
    dueOn: '2026-03-07',
  },
  {
    when: 'the team was told two days before',
    facts: northWith(day('2026-03-10', { teamToldOn: plainDate('2026-03-08') })),
    asOf: '2026-03-08',
    subjectId: 'day/notice',
    is: 'overdue',
  },
  {
    when: 'the day has been, so notice is no longer asked for',
    facts: northWith(day('2026-03-10', { teamToldOn: null })),
    asOf: '2026-03-11',
    subjectId: 'day/notice',
    is: 'not-applicable',
  },
  {
    when: 'the team is not an area team',
    facts: { ...northWith(), teams: [{ ...north, isAreaTeam: false }] },
    asOf: '2026-09-11',
    is: 'not-applicable',
  },
])
