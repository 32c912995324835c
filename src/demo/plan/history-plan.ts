import type { Period } from '#domain/calendar/period.ts'
import { contains } from '#domain/calendar/period.ts'
import { addDays } from '#domain/calendar/plain-date.ts'
import { isFormalOutcome } from '#domain/vocabulary/outcomes.ts'
import { interventionKinds } from '#domain/vocabulary/work.ts'
import type { InterventionRoute } from '#domain/vocabulary/work.ts'
import { daysFrom, workingDayFrom, workingDayIn } from '../days.ts'
import type { Random } from '../random.ts'
import type { ChildPlan, Episode } from './child-plan.ts'
import { historyPaths, returnToCourt } from './history-paths.ts'
import { daysOfWork, plansOf, resultOf } from './steps.ts'
import type { DecisionName } from './steps.ts'

const workYear = daysFrom('2021-06-01', '2022-05-31')
/** Interventions that begin in the work year, by route, and the children whose they are. */
const workYearTargets = { 'out-of-court': 387, court: 139, children: 454 } as const
const firstTimeEntrants = { 2019: 117, 2020: 97 } as const

/** Everything that happened from 2019 to the end of the published year, so that its figures come out. */
export function planHistory(random: Random): ChildPlan[] {
  const plans = plansOf(random, 'path', historyPaths)
  plans.push(...returnsToCourt(random, plans))
  plans.push(...earlierEntrants(random, plans, 2019), ...earlierEntrants(random, plans, 2020))
  plans.push(...plansOf(random, 'earlier-divert', earlierDiverts))
  return withPreventionAndVoluntaryWork(random, plans)
}

const earlierDiverts = [
  { count: 36, steps: [{ decision: 'divert', within: daysFrom('2019-03-01', '2019-12-20') }] },
  { count: 58, steps: [{ decision: 'divert', within: daysFrom('2020-01-06', '2020-11-30') }] },
] as const

function returnsToCourt(random: Random, plans: readonly ChildPlan[]): ChildPlan[] {
  const wanted = workYearTargets.court
  const added: ChildPlan[] = []
  const begun = () => startedIn(workYear, [...plans, ...added], 'court')
  for (let index = 0; begun() < wanted; index += 1) {
    const isLast = wanted - begun() === 1
    const ways = isLast
      ? returnToCourt.filter(([path]) => !path.steps.some(step => step.bailBefore === true))
      : returnToCourt
    added.push(...plansOf(random, `court-${index}`, [random.pickWeighted(ways)]))
  }
  return added
}

function earlierEntrants(
  random: Random,
  plans: readonly ChildPlan[],
  year: keyof typeof firstTimeEntrants,
): ChildPlan[] {
  const days = daysFrom(`${year}-01-02`, `${year}-12-31`)
  const missing = firstTimeEntrants[year] - plans.filter(plan => entersIn(plan, days)).length
  return Array.from({ length: missing }, (_, index) => {
    const decision = random.pickWeighted<DecisionName>([
      ['caution', 3],
      ['conditional-caution', 4],
      ['referral-order', 3],
    ])
    const steps = [{ decision, within: daysFrom(`${year}-02-01`, `${year}-11-30`) }]
    return plansOf(random, `entrant-${year}-${index}`, [{ count: 1, steps }])
  }).flat()
}

function entersIn(plan: ChildPlan, days: Period): boolean {
  const first = plan.episodes
    .flatMap(({ decision }) => (decision === null ? [] : [decision]))
    .find(({ kind }) => isFormalOutcome(kind))
  return first !== undefined && contains(days, first.decidedOn)
}

/** Fills the out-of-court route: prevention for children not known before, and voluntary work after an outcome's end. */
function withPreventionAndVoluntaryWork(random: Random, plans: readonly ChildPlan[]): ChildPlan[] {
  const missing = workYearTargets['out-of-court'] - startedIn(workYear, plans, 'out-of-court')
  const known = plans.filter(plan => plan.episodes.some(episode => startsIn(workYear, episode)))
  const newChildren = workYearTargets.children - known.length
  const isFree = known.filter(plan => voluntaryStart(plan) !== null)
  const goingOn = new Set(random.shuffled(isFree).slice(0, missing - newChildren))
  return [
    ...plans.map(plan => (goingOn.has(plan) ? withVoluntaryWork(random, plan) : plan)),
    ...Array.from({ length: newChildren }, (_, index) => ({
      key: `prevention-${index}`,
      episodes: [preventionWork(random, workYear)],
    })),
  ]
}

/** Voluntary work begins the working day after the outcome's work ends, where that lies in the work year. */
function voluntaryStart({ episodes }: ChildPlan) {
  const endedOn = episodes.at(-1)?.work?.endedOn
  if (endedOn === undefined || endedOn === null || episodes.at(-1)?.work?.kind !== 'diversion')
    return null
  const startedOn = workingDayFrom(addDays(endedOn, 1))
  return contains(workYear, startedOn) ? startedOn : null
}

function withVoluntaryWork(random: Random, plan: ChildPlan): ChildPlan {
  const startedOn = voluntaryStart(plan)
  if (startedOn === null) return plan
  const endedOn = workingDayFrom(addDays(startedOn, random.whole(28, 70)))
  const work = { kind: 'voluntary', startedOn, endedOn, result: resultOf(random) } as const
  return { ...plan, episodes: [...plan.episodes, { decision: null, work }] }
}

/** Prevention work that begins on a working day of the period. */
export function preventionWork(random: Random, within: Period): Episode {
  const startedOn = workingDayIn(random, within)
  const endedOn = workingDayFrom(addDays(startedOn, daysOfWork(random, 'prevention')))
  return {
    decision: null,
    work: { kind: 'prevention', startedOn, endedOn, result: resultOf(random) },
  }
}

function startedIn(days: Period, plans: readonly ChildPlan[], route: InterventionRoute): number {
  return plans
    .flatMap(plan => plan.episodes)
    .filter(({ work }) => work !== null && interventionKinds[work.kind].route === route)
    .filter(episode => startsIn(days, episode)).length
}

function startsIn(days: Period, { work }: Episode): boolean {
  return work !== null && contains(days, work.startedOn)
}
