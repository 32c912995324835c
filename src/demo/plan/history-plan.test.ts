import { expect, it } from 'vitest'
import { compareDates } from '#domain/calendar/plain-date.ts'
import { randomFrom } from '../random.ts'
import { planHistory } from './history-plan.ts'

it.each([1, 2, 3, 4, 5, 6, 7, 8])('plans the published year whatever the seed (%i)', seed => {
  const episodes = planHistory(randomFrom(String(seed))).flatMap(plan => plan.episodes)
  const disposals = episodes.filter(
    ({ decision }) =>
      decision !== null &&
      decision.kind !== 'referral-order' &&
      decision.kind !== 'youth-rehabilitation-order' &&
      decision.kind !== 'detention-and-training-order' &&
      decision.decidedOn.toString() >= '2021-06-15' &&
      decision.decidedOn.toString() <= '2022-06-14',
  )
  expect(disposals).toHaveLength(271)
  const begun = episodes.filter(
    ({ work }) =>
      work !== null &&
      work.startedOn.toString() >= '2021-06-01' &&
      work.startedOn.toString() <= '2022-05-31',
  )
  expect(begun).toHaveLength(526)
})

it('keeps the days of every episode in order', () => {
  for (const { episodes } of planHistory(randomFrom('order'))) {
    for (const { decision, work } of episodes) {
      const days = [decision?.offenceOn, decision?.decidedOn, work?.startedOn, work?.endedOn]
      const given = days.filter(day => day !== undefined && day !== null)
      expect(given).toEqual(given.toSorted(compareDates))
    }
  }
})
