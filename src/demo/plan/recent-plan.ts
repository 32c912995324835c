import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { addDays, compareDates, isBefore } from '#domain/calendar/plain-date.ts'
import { workingDayUpTo } from '../days.ts'
import type { Random } from '../random.ts'
import type { CasePlan, WorkPlan } from './case-plan.ts'
import { planOpenReferrals } from './open-referrals.ts'
import { tuesdayUpTo } from './panel-days.ts'
import {
  childrenWhoCameBack,
  closedWork,
  openWork,
  safeguardingReferrals,
  siblingPairs,
  withoutWork,
  type DirectKind,
  type OpenWorkSpec,
} from './recent-specs.ts'
import { daysOfWork, decisions, resultOf, type DecisionName } from './steps.ts'

/** The last twelve months: work that ended, work that is open today, and referrals in hand. */
export function planRecent(random: Random, today: PlainDate): CasePlan[] {
  const closed = closedWork.flatMap(([count, from], group) =>
    times(count, index => {
      const key = `closed-${group}-${index}`
      return planClosed(random.fork(key), key, from, today)
    }),
  )
  const open = openWork.flatMap((spec, group) =>
    times(spec.count, index => {
      const key = `open-${group}-${index}`
      return planOpen(random.fork(key), key, spec, { today, place: index })
    }),
  )
  const others = [
    ...withoutWork.flatMap(([count, name]) =>
      times(count, index => {
        const key = `${name}-${index}`
        return planWithoutWork(random.fork(key), key, name, today)
      }),
    ),
    ...times(safeguardingReferrals, index => {
      const key = `safeguarding-${index}`
      return planSafeguarding(random.fork(key), key, index, today)
    }),
  ]
  const plans = [...closed, ...others, ...open, ...planOpenReferrals(random, today)]
  return withSiblings(withReturns(plans)).toSorted((a, b) =>
    compareDates(a.receivedOn, b.receivedOn),
  )
}

/** Runs something a number of times, with the index. */
export function times<Made>(count: number, make: (index: number) => Made): Made[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

function planClosed(
  random: Random,
  key: string,
  from: DecisionName | DirectKind,
  today: PlainDate,
): CasePlan {
  const kind = kindOf(from)
  const endedOn = workingDayUpTo(addDays(today, -random.whole(3, 285)))
  const startedOn = workingDayUpTo(addDays(endedOn, -daysOfWork(random, kind)))
  const result = resultOf(random)
  const work = { kind, startedOn, endedOn, result, plan: 'signed', longerAgreed: false } as const
  return casePlan(random, { key, from, work, place: 0 })
}

function planOpen(
  random: Random,
  key: string,
  spec: OpenWorkSpec,
  { today, place }: { today: PlainDate; place: number },
): CasePlan {
  const [least, most] = spec.daysAgo
  const startedOn = workingDayUpTo(addDays(today, -random.whole(least, most)))
  const work = {
    kind: kindOf(spec.from),
    startedOn,
    endedOn: null,
    result: null,
    plan: spec.plan,
    longerAgreed: spec.longerAgreed ?? false,
  }
  return casePlan(random, { key, from: spec.from, work, place })
}

interface CaseParts {
  readonly key: string
  readonly from: DecisionName | DirectKind
  readonly work: WorkPlan
  readonly place: number
}

function casePlan(random: Random, { key, from, work, place }: CaseParts): CasePlan {
  const visit = random.pickWeighted<CasePlan['visit']>([
    ['done', 91],
    ['child-only', 4],
    ['missed', 5],
  ])
  const agreement = visit === 'done' ? agreementOf(random) : 'none'
  const head = { key, state: 'decided', place, work, visit, agreement, ...onItsOwn } as const
  if (isDirect(from)) {
    const { startedOn } = work
    return { ...head, ...undecided, source: 'direct', receivedOn: startedOn }
  }
  return { ...head, source: 'referral', ...daysBeforeWork(random, work.startedOn, from) }
}

/** Counts back from the start of the work: decision, explanation, panel, referral. */
function daysBeforeWork(random: Random, startedOn: PlainDate, name: DecisionName) {
  const panelOn = tuesdayUpTo(addDays(startedOn, -random.whole(3, 6)))
  const residence = random.chance(0.04) ? 'other' : 'local'
  return {
    panelOn,
    receivedOn: workingDayUpTo(addDays(panelOn, -random.whole(18, 30))),
    explainedOn: addDays(panelOn, 1),
    decision: { name, decidedOn: addDays(panelOn, random.whole(1, 2)), residence },
  } as const
}

function planWithoutWork(
  random: Random,
  key: string,
  name: 'no-further-action' | 'charge',
  today: PlainDate,
): CasePlan {
  const panelOn = tuesdayUpTo(addDays(today, -random.whole(20, 320)))
  const decidedOn = addDays(panelOn, 1)
  return {
    key,
    source: 'referral',
    state: 'decided',
    place: 0,
    receivedOn: workingDayUpTo(addDays(panelOn, -random.whole(16, 28))),
    panelOn,
    explainedOn: null,
    decision: { name, decidedOn, residence: 'local' },
    work: null,
    visit: 'done',
    agreement: 'none',
    ...onItsOwn,
  }
}

function planSafeguarding(random: Random, key: string, index: number, today: PlainDate): CasePlan {
  const receivedOn = workingDayUpTo(addDays(today, index === 0 ? -2 : -random.whole(30, 300)))
  const state = index === 0 ? 'received' : 'decided'
  const head = { key, source: 'safeguarding', state, place: index, receivedOn, work: null } as const
  return { ...head, ...undecided, ...onItsOwn, visit: 'none', agreement: 'none' }
}

const undecided = { panelOn: null, explainedOn: null, decision: null } as const
const onItsOwn = { lookedAfter: null, sameChildAs: null, siblingOf: null } as const

function agreementOf(random: Random): CasePlan['agreement'] {
  return random.pickWeighted<CasePlan['agreement']>([
    ['signed', 92],
    ['unsigned', 3],
    ['none', 5],
  ])
}

function isDirect(from: DecisionName | DirectKind): from is DirectKind {
  return !Object.hasOwn(decisions, from)
}

function kindOf(from: DecisionName | DirectKind) {
  return isDirect(from) ? from : decisions[from].work
}

/** Some of those met now are children whose earlier work ended some weeks before. */
function withReturns(plans: readonly CasePlan[]): CasePlan[] {
  const earlier = plans.filter(plan => plan.key.startsWith('closed') && plan.source === 'referral')
  const taken = new Map<string, string>()
  for (const plan of plans) {
    if (taken.size === childrenWhoCameBack) break
    if (plan.source !== 'referral' || !/^(open-[378]|checking|received)/.test(plan.key)) continue
    const before = earlier.find(
      ({ key, work }) =>
        ![...taken.values()].includes(key) &&
        work?.endedOn != null &&
        isBefore(addDays(work.endedOn, 45), plan.receivedOn),
    )
    if (before !== undefined) taken.set(plan.key, before.key)
  }
  return plans.map(plan => ({ ...plan, sameChildAs: taken.get(plan.key) ?? null }))
}

/** Pairs of brothers and sisters, the one known through work that ended, the other met now. */
function withSiblings(plans: readonly CasePlan[]): CasePlan[] {
  const returned = new Set(plans.map(plan => plan.sameChildAs))
  const known = plans
    .filter(({ key }) => key.startsWith('closed') && !returned.has(key))
    .toSorted((a, b) => compareDates(a.receivedOn, b.receivedOn))
  let paired = 0
  return plans.map(plan => {
    const isFree = plan.sameChildAs === null && plan.key.startsWith('open-5')
    const other = known[paired]
    if (!isFree || other === undefined || paired === siblingPairs) return plan
    if (!isBefore(other.receivedOn, plan.receivedOn)) return plan
    paired += 1
    return { ...plan, siblingOf: other.key }
  })
}
