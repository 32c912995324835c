import { ageOfMajority, birthdayOn } from '../calendar/age.ts'
import { isBefore, plainDate } from '../calendar/plain-date.ts'
import { deadline, type TimeLimit } from '../rules/deadline.ts'
import { dutyStanding } from '../rules/duty-standing.ts'
import type { DutyRule } from '../rules/rule.ts'
import type { MovingOnFacts } from './moving-on-facts.ts'

const placeWithin: TimeLimit = {
  name: 'Time to place the papers on the transition portal after the 18th birthday',
  unit: 'working days',
  values: [{ from: plainDate('2017-01-01'), value: 5 }],
  least: 1,
  most: 20,
}

const names = { assessment: 'assessment', plan: 'plan', report: 'court report' } as const

/**
 * OM-17.2-y2a: when a child turns 18 under supervision, the latest assessment, plan and court report are on the portal between the services.
 *
 * @source OM section 17.2
 * @interpretation Supervision is a court order or a licence that runs on the birthday. A paper that does not exist is not owed, and an
 * earlier version on the portal does not count. A child born on 29 February turns 18 on 1 March.
 */
export const transitionPortal: DutyRule<MovingOnFacts> = {
  id: 'OM-17.2-y2a',
  kind: 'duty',
  owedBy: 'case-manager',
  title: 'Place the latest assessment, plan and court report on the transition portal',
  why: 'If adult services ever meet this young person, they should know what helped. Nobody should have to tell their story again.',
  citation: { source: 'OM', section: '17.2' },
  parameters: { placeWithin },
  waitsFor: 'custody',
  decide: ({ caseId, bornOn, order, papers }, asOf, policy) => {
    const birthday = birthdayOn(bornOn, ageOfMajority)
    if (order === null || isBefore(asOf, birthday) || isBefore(birthday, order.startedOn)) return []
    if (order.endedOn !== null && isBefore(order.endedOn, birthday)) return []
    const { dueOn, limit } = deadline(placeWithin, birthday, { asOf, policy })
    const missing = papers
      .filter(({ placedOn }) => placedOn === null)
      .map(({ kind }) => `the latest ${names[kind]} placed on the portal`)
    const placed = papers.flatMap(({ kind, placedOn }) =>
      placedOn === null ? [] : [{ text: `Placed: ${names[kind]}`, on: placedOn }],
    )
    const because = [{ text: 'The child turned 18', on: birthday }, ...placed]
    const dueWords = `${limit} after the 18th birthday`
    return [dutyStanding({ subjectId: caseId, dueOn, dueWords, because, missing }, asOf)]
  },
}
