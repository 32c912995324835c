import { isAfter, plainDate } from '../calendar/plain-date.ts'
import { deadline, type TimeLimit } from '../rules/deadline.ts'
import { dutyStanding } from '../rules/duty-standing.ts'
import type { Asked } from '../rules/policy.ts'
import type { DutyDecision, DutyRule, Reason } from '../rules/rule.ts'
import type { CourtFacts, HearingFact } from './court-facts.ts'

const tellWithin: TimeLimit = {
  name: 'Time to tell the head of service that a child may be remanded',
  unit: 'days',
  values: [{ from: plainDate('2022-04-01'), value: 0 }],
  least: 0,
  most: 1,
}

/**
 * DP-remand: where a child may be remanded, the head of service knows the same day and a bail package is ready for the hearing.
 *
 * @source DP "remand"
 * @interpretation The first day counts until the head of service is told, then the day of the hearing. A package that became ready after
 * the day of the hearing came too late and does not meet it.
 */
export const remandRisk: DutyRule<CourtFacts> = {
  id: 'DP-remand',
  kind: 'duty',
  owedBy: 'court-worker',
  title: 'Tell the head of service, and have a bail package ready before the hearing',
  why: 'A night in custody is long for a child. Courts remand when nothing else is on the table; something else has to be there in time.',
  citation: { source: 'DP', section: 'remand' },
  parameters: { tellWithin },
  waitsFor: 'court',
  decide: (facts, asOf, policy) =>
    facts.hearings.flatMap(hearing =>
      hearing.remandRisk === null
        ? []
        : [decideRisk(hearing, hearing.remandRisk, { asOf, policy })],
    ),
}

function decideRisk(
  hearing: HearingFact,
  risk: NonNullable<HearingFact['remandRisk']>,
  asked: Asked,
): DutyDecision {
  const { dueOn: tellBy, limit } = deadline(tellWithin, risk.knownOn, asked)
  const { headOfServiceToldOn: toldOn, bailPackageOn: readyOn } = risk
  const isReady = readyOn !== null && !isAfter(readyOn, hearing.on)
  const because: Reason[] = [{ text: 'The child may be remanded', on: risk.knownOn }]
  if (toldOn !== null) because.push({ text: 'The head of service was told', on: toldOn })
  if (isReady) because.push({ text: 'A bail package was ready', on: readyOn })
  const due =
    toldOn === null
      ? { dueOn: tellBy, dueWords: `${limit}: the head of service` }
      : { dueOn: hearing.on, dueWords: 'by the hearing: the bail package' }
  const missing = [
    ...(toldOn === null ? ['the head of service was told'] : []),
    ...(isReady ? [] : ['a bail package was ready for the hearing']),
  ]
  return dutyStanding({ subjectId: hearing.id, ...due, because, missing }, asked.asOf)
}
