import { addMonths } from '#domain/calendar/months.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { addDays, isBefore } from '#domain/calendar/plain-date.ts'
import { daysFrom } from '../days.ts'
import type { Random } from '../random.ts'
import type { ChildPlan } from './child-plan.ts'
import { preventionWork } from './history-plan.ts'
import { plansOf, type DecisionName, type Step } from './steps.ts'

const start = daysFrom('2022-06-15', '2022-07-14')

/** The thinner years from the end of the published one to the last twelve months: about a dozen children a month. */
export function planBetween(random: Random, lastYearFrom: PlainDate): ChildPlan[] {
  const plans: ChildPlan[] = []
  for (
    let from = start.from;
    isBefore(addMonths(from, 1), lastYearFrom);
    from = addMonths(from, 1)
  ) {
    const month = { from, to: addDays(addMonths(from, 1), -1) }
    const name = `between-${from.toString()}`
    const stream = random.fork(name)
    const paths = Array.from({ length: stream.whole(10, 13) }, () => ({
      count: 1,
      steps: stepsOf(stream, month, lastYearFrom),
    }))
    plans.push(...plansOf(stream, name, paths))
    for (let index = 0; index < stream.whole(1, 3); index += 1) {
      plans.push({ key: `${name}-help-${index}`, episodes: [preventionWork(stream, month)] })
    }
  }
  return plans
}

function stepsOf(random: Random, month: Step['within'], lastYearFrom: PlainDate): Step[] {
  const first: Step = {
    decision: random.pickWeighted(mix),
    within: month,
    residence: random.chance(0.05) ? 'other' : 'local',
    appeal: 'none',
  }
  const later = { from: addMonths(month.from, 4), to: addMonths(month.from, 14) }
  const comesBack = random.chance(0.1) && isBefore(later.to, lastYearFrom)
  return comesBack ? [first, { decision: random.pickWeighted(mix), within: later }] : [first]
}

const mix: readonly (readonly [DecisionName, number])[] = [
  ['divert', 42],
  ['divert-plus', 17],
  ['outcome-22', 7],
  ['deferred', 2],
  ['caution', 5],
  ['conditional-caution', 14],
  ['referral-order', 9],
  ['rehabilitation-order', 3],
  ['detention-order', 1],
]
