import { plainDate } from '../calendar/plain-date.ts'
import { answersTo } from '../events/answers-to.ts'
import type { CaseFacts, OutcomeFact } from '../rules/case-facts.ts'
import { deadline, type TimeLimit } from '../rules/deadline.ts'
import { dutyStanding } from '../rules/duty-standing.ts'
import type { Asked } from '../rules/policy.ts'
import type { DutyDecision, DutyRule } from '../rules/rule.ts'
import { outcomeKinds } from '../vocabulary/outcomes.ts'

const tellWithin: TimeLimit = {
  name: 'Time to tell the home service of an outcome',
  unit: 'working days',
  values: [{ from: plainDate('2017-01-01'), value: 2 }],
  least: 1,
  most: 10,
}

/**
 * OM-12.2-home-service: the service at home hears of the outcome and the work of a child looked after who is placed here.
 *
 * @source OM section 12.2
 * @interpretation Placed here by another authority is a child looked after who came to us from another service's area, as the record has it
 * on the day asked. No further action and a charge are no outcome yet.
 */
export const homeServiceTold: DutyRule<CaseFacts> = {
  id: 'OM-12.2-home-service',
  kind: 'duty',
  owedBy: 'case-manager',
  title: 'Tell the home service of the outcome and of the work',
  why: 'The child goes home one day, and those who know the family have to know what happened here.',
  citation: { source: 'OM', section: '12.2' },
  parameters: { tellWithin },
  decide: (facts, asOf, policy) => {
    const { isLookedAfter, isFromOtherService } = facts.child
    if (!isLookedAfter || !isFromOtherService) return []
    return facts.outcomes
      .filter(({ kind }) => outcomeKinds[kind].tier !== 'none')
      .map(outcome => decideTold(facts, outcome, { asOf, policy }))
  },
}

function decideTold(facts: CaseFacts, outcome: OutcomeFact, asked: Asked): DutyDecision {
  const { dueOn, limit } = deadline(tellWithin, outcome.decidedOn, asked)
  const answered = { id: outcome.id, on: outcome.decidedOn }
  const told = answersTo(facts.events, 'home-service-told', answered)[0]
  const decided = { text: outcomeKinds[outcome.kind].name, on: outcome.decidedOn }
  return dutyStanding(
    {
      subjectId: outcome.id,
      dueOn,
      dueWords: `${limit} after the outcome`,
      because:
        told === undefined
          ? [decided]
          : [decided, { text: 'The home service was told', on: told.on }],
      missing: told === undefined ? ['the home service was told'] : [],
    },
    asked.asOf,
  )
}
