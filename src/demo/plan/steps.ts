import { addMonths } from '#domain/calendar/months.ts'
import type { Period } from '#domain/calendar/period.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { addDays, isAfter, isOnOrAfter } from '#domain/calendar/plain-date.ts'
import type { AppealStatus, OutcomeKind, Residence } from '#domain/vocabulary/outcomes.ts'
import { isCourtOutcome } from '#domain/vocabulary/outcomes.ts'
import type { InterventionKind, InterventionResult } from '#domain/vocabulary/work.ts'
import { workingDayFrom, workingDayIn } from '../days.ts'
import type { Random } from '../random.ts'
import type { ChildPlan, Episode } from './child-plan.ts'

/** The service's names and the national kinds, as the tables of paths call them. */
export const decisions = {
  divert: { kind: 'community-resolution', localName: 'divert', work: 'diversion' },
  'divert-plus': { kind: 'community-resolution', localName: 'divert-plus', work: 'diversion' },
  'outcome-22': { kind: 'outcome-22', localName: null, work: 'diversion' },
  deferred: { kind: 'deferred-prosecution', localName: null, work: 'diversion' },
  caution: { kind: 'youth-caution', localName: null, work: 'caution' },
  'conditional-caution': {
    kind: 'youth-conditional-caution',
    localName: null,
    work: 'conditional-caution',
  },
  'referral-order': { kind: 'referral-order', localName: null, work: 'court-order' },
  'rehabilitation-order': {
    kind: 'youth-rehabilitation-order',
    localName: null,
    work: 'court-order',
  },
  'detention-order': { kind: 'detention-and-training-order', localName: null, work: 'custody' },
} as const satisfies Record<
  string,
  { kind: OutcomeKind; localName: string | null; work: InterventionKind }
>
export type DecisionName = keyof typeof decisions

/** One decision of a path: what, and in which days it is made. */
export interface Step {
  readonly decision: DecisionName
  readonly within: Period
  readonly residence?: Residence
  readonly appeal?: AppealStatus
  /** Bail support before the court's decision. */
  readonly bailBefore?: boolean
}

/** Several children who go the same way. */
export interface Path {
  readonly count: number
  readonly steps: readonly Step[]
  /** Each later offence is committed within twelve months of the decision before it. */
  readonly withinAYear?: boolean
}

/** Plans of the children of these paths. */
export function plansOf(random: Random, name: string, paths: readonly Path[]): ChildPlan[] {
  return paths.flatMap((path, pathIndex) =>
    Array.from({ length: path.count }, (_, index) => {
      const key = `${name}-${pathIndex}-${index}`
      return { key, episodes: episodesOf(random.fork(key), path) }
    }),
  )
}

const tries = 400

/** Draws days until the steps follow one another: an offence comes after what was decided before it. */
function episodesOf(random: Random, { steps, withinAYear = false }: Path): Episode[] {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const decided = steps.map(step => workingDayIn(random, step.within))
    const offences = steps.map((step, index) =>
      addDays(decided[index] ?? step.within.from, -daysToDecision(random, step)),
    )
    if (!follow(decided, offences, withinAYear)) continue
    return steps.flatMap((step, index) => {
      const [decidedOn, offenceOn] = [decided[index], offences[index]]
      if (decidedOn === undefined || offenceOn === undefined) return []
      return episodesOfStep(random, step, offenceOn, decidedOn)
    })
  }
  throw new RangeError('These steps cannot follow one another in the days given')
}

const leastDaysBetween = 14

/** A later offence of a path is committed after the decision before it. */
function follow(
  decided: readonly PlainDate[],
  offences: readonly PlainDate[],
  withinAYear: boolean,
): boolean {
  return offences.every((offenceOn, index) => {
    const before = decided[index - 1]
    if (before === undefined) return true
    const isLater = isOnOrAfter(offenceOn, addDays(before, leastDaysBetween))
    return isLater && (!withinAYear || !isAfter(offenceOn, addMonths(before, 12)))
  })
}

function daysToDecision(random: Random, step: Step): number {
  if (isCourtOutcome(decisions[step.decision].kind)) return random.whole(45, 150)
  return random.whole(24, 65)
}

/** What a decision leads to: its work, and bail support before it where the step says so. */
export function episodesOfStep(
  random: Random,
  step: Step,
  offenceOn: PlainDate,
  decidedOn: PlainDate,
): Episode[] {
  const { kind, localName, work } = decisions[step.decision]
  const decision = {
    kind,
    localName,
    offenceOn,
    decidedOn,
    residence: step.residence ?? 'local',
    appeal: step.appeal ?? 'none',
  } as const
  const startedOn = workingDayFrom(addDays(decidedOn, random.whole(0, work === 'custody' ? 0 : 9)))
  const endedOn = workingDayFrom(addDays(startedOn, daysOfWork(random, work)))
  const own: Episode = {
    decision,
    work: { kind: work, startedOn, endedOn, result: resultOf(random) },
  }
  return step.bailBefore === true ? [bailBefore(random, decidedOn), own] : [own]
}

function bailBefore(random: Random, decidedOn: PlainDate): Episode {
  const startedOn = workingDayFrom(addDays(decidedOn, -random.whole(24, 44)))
  const work = { kind: 'bail', startedOn, endedOn: decidedOn, result: 'completed' } as const
  return { decision: null, work }
}

/** How long a piece of work lasts, in days. */
export function daysOfWork(random: Random, kind: InterventionKind): number {
  if (kind === 'court-order') return random.whole(170, 290)
  if (kind === 'custody') return random.whole(120, 180)
  if (kind === 'conditional-caution') return random.whole(60, 84)
  if (kind === 'bail') return random.whole(24, 44)
  return random.whole(42, 110)
}

/** How a piece of work ended: mostly as hoped, and now and then nobody has written it down. */
export function resultOf(random: Random): InterventionResult | null {
  return random.pickWeighted<InterventionResult | null>([
    ['completed', 84],
    ['not-completed', 12],
    [null, 4],
  ])
}
