import { isOpenCase, workerOn, type CaseFacts } from '../rules/case-facts.ts'
import { numberOn, type Asked } from '../rules/policy.ts'
import type { Grade } from '../vocabulary/staff.ts'
import { interventionKinds, judgementLevels, type JudgementLevel } from '../vocabulary/work.ts'
import { caseloadOf, fullTimeHours, workloadWeights } from './workload-settings.ts'

/** A worker as the sharing of work sees them. */
export interface WorkerFact {
  readonly id: string
  readonly hoursPerWeek: number
  readonly grade: Grade
}

/** What a worker holds beside what they can hold. */
export interface Share {
  readonly staffId: string
  /** Open cases that the worker holds. */
  readonly cases: number
  /** The cases weighed: one point each and what makes them more. */
  readonly points: number
  /** Full caseloads that the worker can hold: 0.5 for half the hours, or for a grade that holds half. */
  readonly capacity: number
  /** Points for each full caseload; null where the worker can hold none. */
  readonly load: number | null
}

/**
 * What one case weighs: a point for itself, and what its highest judgement, its route and the child's care add.
 *
 * @interpretation The model asks that work is shared fairly and names no weights: these are ours, and a service sets its own.
 */
export function pointsOf(facts: CaseFacts, { asOf, policy }: Asked): number {
  const number = (name: keyof typeof workloadWeights) =>
    numberOn(policy, workloadWeights[name], asOf)
  const level = highestLevel(facts)
  const isFromCourt =
    facts.intervention !== null && interventionKinds[facts.intervention.kind].route === 'court'
  return (
    1 +
    (level === null || level === 'low' ? 0 : number(level)) +
    (facts.child.isLookedAfter ? number('lookedAfter') : 0) +
    (isFromCourt ? number('court') : 0) +
    (isAssessing(facts) ? number('assessing') : 0)
  )
}

/**
 * How the open cases are shared between workers, the one with the most room first.
 *
 * @param cases open or closed; a case counts for whoever holds it on the day asked
 * @param proposed cases that would change hands: case id and the new worker
 */
export function fairShare(
  workers: readonly WorkerFact[],
  cases: readonly CaseFacts[],
  asked: Asked,
  proposed: ReadonlyMap<string, string> = new Map(),
): Share[] {
  const held = cases.filter(isOpenCase).map(facts => ({
    staffId: proposed.get(facts.caseId) ?? workerOn(facts, asked.asOf),
    points: pointsOf(facts, asked),
  }))
  return workers.map(worker => shareOf(worker, held, asked)).toSorted(byRoom)
}

/** A worker's load as it is, and as it would be if they held one case more; null where they hold no caseload. */
export interface LoadWith {
  readonly now: number | null
  readonly then: number | null
}

/**
 * What giving one case to each worker would make of their load.
 *
 * @param caseId the case to be given; who holds it already keeps the load they have
 */
export function loadsWith(
  workers: readonly WorkerFact[],
  cases: readonly CaseFacts[],
  caseId: string,
  asked: Asked,
): Map<string, LoadWith> {
  const proposed = (staffId: string) =>
    fairShare(workers, cases, asked, new Map([[caseId, staffId]])).find(
      share => share.staffId === staffId,
    )?.load ?? null
  return new Map(
    fairShare(workers, cases, asked).map(({ staffId, load }) => [
      staffId,
      { now: load, then: proposed(staffId) },
    ]),
  )
}

interface Held {
  readonly staffId: string | null
  readonly points: number
}

function shareOf(worker: WorkerFact, held: readonly Held[], { asOf, policy }: Asked): Share {
  const own = held.filter(({ staffId }) => staffId === worker.id)
  const points = own.reduce((sum, one) => sum + one.points, 0)
  const hours = worker.hoursPerWeek / numberOn(policy, fullTimeHours, asOf)
  const capacity = (hours * numberOn(policy, caseloadOf[worker.grade], asOf)) / 100
  const load = capacity === 0 ? null : points / capacity
  return { staffId: worker.id, cases: own.length, points, capacity, load }
}

function byRoom(a: Share, b: Share): number {
  return (a.load ?? Infinity) - (b.load ?? Infinity)
}

const levels = Object.keys(judgementLevels) as JudgementLevel[]

/** The highest level that the latest completed assessment gives to anything. */
function highestLevel({ assessments }: CaseFacts): JudgementLevel | null {
  const completed = assessments.filter(({ completedOn }) => completedOn !== null)
  const last = completed.at(-1)
  return levels.findLast(level => last?.judgements.some(one => one.level === level)) ?? null
}

function isAssessing({ assessments }: CaseFacts): boolean {
  return assessments.every(({ completedOn }) => completedOn === null)
}
