import { plainDate } from '../calendar/plain-date.ts'
import { lastDayOfQuarter, quarterLabel, type Quarter } from '../calendar/quarters.ts'
import type { TimeLimit } from '../rules/deadline.ts'
import { dutyStanding } from '../rules/duty-standing.ts'
import type { Asked } from '../rules/policy.ts'
import type { DutyDecision, StandardRule } from '../rules/rule.ts'
import { endedQuarters } from './ended-quarters.ts'
import type { EndedWorkFact, FeedbackAnalysisFact, GovernanceFacts } from './governance-facts.ts'
import { roundsOf } from './recurring.ts'

const analyseWithin: TimeLimit = {
  name: 'Time to analyse the feedback of a quarter',
  unit: 'months',
  values: [{ from: plainDate('2022-04-01'), value: 1 }],
  least: 1,
  most: 3,
}

/**
 * DP-viewpoint: every child is asked at the end of work, and what they say is analysed every quarter and over twelve months.
 *
 * The page on which work is ended asks for it already (`interventions/feedback-asked.ts`); the standard waits because a closed case is
 * not read for duties, and because nothing records the analysis yet.
 *
 * @source DP "Viewpoint"
 * @interpretation Asked by the day on which the work ends; a written reason why the child could not be asked is enough. The analysis is owed
 * by the end of the month after the quarter: the source names no day.
 */
export const feedbackHeard: StandardRule<
  Pick<GovernanceFacts, 'since' | 'endedWork' | 'feedbackAnalyses'>
> = {
  id: 'DP-viewpoint',
  kind: 'standard',
  title: 'Ask every child at the end of the work, and learn from what they say each quarter',
  why: 'Nobody knows better what helped than the child it was meant for. Asking and not listening is worse than not asking.',
  citation: { source: 'DP', section: 'Viewpoint' },
  parameters: { analyseWithin },
  waitsFor: 'governance',
  decide: ({ since, endedWork, feedbackAnalyses }, asOf, policy) => [
    ...endedWork.map(work => decideAsked(work, { asOf, policy })),
    ...endedQuarters(since, asOf).map(quarter =>
      decideAnalysed(quarter, feedbackAnalyses, { asOf, policy }),
    ),
  ],
}

function decideAsked({ id, endedOn, feedbackAskedOn }: EndedWorkFact, { asOf }: Asked) {
  const ended = { text: 'The work ended', on: endedOn }
  const asked = feedbackAskedOn && { text: 'The child was asked', on: feedbackAskedOn }
  return dutyStanding(
    {
      subjectId: id,
      dueOn: endedOn,
      dueWords: 'by the day on which the work ends',
      because: asked === null ? [ended] : [ended, asked],
      missing: asked === null ? ['the child was asked'] : [],
    },
    asOf,
  )
}

function decideAnalysed(
  quarter: Quarter,
  analyses: readonly FeedbackAnalysisFact[],
  asked: Asked,
): DutyDecision {
  const label = quarterLabel(quarter)
  const endedOn = lastDayOfQuarter(quarter)
  const { dueOn } = roundsOf(analyseWithin, asked)(endedOn)
  const done = analyses.some(one => one.quarter === label && one.coversTwelveMonths)
  return dutyStanding(
    {
      subjectId: label,
      dueOn,
      dueWords: 'by the end of the month after the quarter',
      because: [{ text: 'The quarter ended', on: endedOn }],
      missing: done ? [] : ['the feedback of the quarter and of twelve months was analysed'],
    },
    asked.asOf,
  )
}
