import { plainDate } from '../calendar/plain-date.ts'
import { deadline, type TimeLimit } from '../rules/deadline.ts'
import { dutyStanding } from '../rules/duty-standing.ts'
import type { Asked } from '../rules/policy.ts'
import type { DutyDecision, DutyRule } from '../rules/rule.ts'
import {
  restraintSteps,
  type CustodyFacts,
  type RestraintFact,
  type RestraintStep,
} from './custody-facts.ts'

const actWithin: TimeLimit = {
  name: 'Time to tell managers of a restraint and to ask for its record',
  unit: 'days',
  values: [{ from: plainDate('2017-01-01'), value: 0 }],
  least: 0,
  most: 1,
}

/**
 * OM-13.2-restraint: when a child was restrained, three people are told and three records asked for on the day on which we hear of it.
 *
 * @source OM section 13.2
 * @interpretation One duty for all six, with the case manager: the requests are a manager's, and who made them is in the record.
 */
export const restraintTold: DutyRule<CustodyFacts> = {
  id: 'OM-13.2-restraint',
  kind: 'duty',
  owedBy: 'case-manager',
  title: 'A child was restrained: tell the managers and ask for the report and the footage',
  why: 'Being held down frightens and hurts. Somebody outside has to look at once, while the footage is still there.',
  citation: { source: 'OM', section: '13.2' },
  parameters: { actWithin },
  waitsFor: 'custody',
  decide: (facts, asOf, policy) =>
    facts.restraints.map(restraint => decideTold(restraint, { asOf, policy })),
}

function decideTold({ id, toldOn, steps }: RestraintFact, asked: Asked): DutyDecision {
  const { dueOn, limit } = deadline(actWithin, toldOn, asked)
  const missing = (Object.keys(restraintSteps) as RestraintStep[])
    .filter(wanted => !steps.some(({ step }) => step === wanted))
    .map(step => restraintSteps[step])
  const because = [{ text: 'We were told that the child was restrained', on: toldOn }]
  const dueWords = `${limit} on which we were told`
  return dutyStanding({ subjectId: id, dueOn, dueWords, because, missing }, asked.asOf)
}
