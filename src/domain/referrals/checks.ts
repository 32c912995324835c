import type { PlainDate } from '../calendar/plain-date.ts'
import { checkKinds } from '../vocabulary/work.ts'
import type { CheckKind, CheckResult } from '../vocabulary/work.ts'

export interface CheckFact {
  readonly kind: CheckKind
  readonly result: CheckResult
  readonly on: PlainDate
}

/** How far the checks have come. */
export interface ChecksProgress {
  readonly answered: number
  readonly needed: number
  /** True once children's social care has answered. */
  readonly socialCareAnswered: boolean
  /** What is still to be asked, children's social care first. */
  readonly open: readonly CheckKind[]
}

/** What decides which sources are asked. */
export interface AskedFor {
  /** False: there are no victim's views to ask for. */
  readonly victimKnown: boolean | null
  /** True: there is a placement plan to read. */
  readonly isLookedAfter: boolean
}

/** Every kind of check in the order in which they are asked. */
export const checkKindList = Object.keys(checkKinds) as CheckKind[]

/**
 * The answer that stands for each kind: the last one recorded. An earlier answer stays as history.
 *
 * @param checks in the order in which they were recorded
 */
export function standingChecks<Check extends CheckFact>(checks: readonly Check[]): Check[] {
  const byKind = new Map(checks.map(check => [check.kind, check]))
  return checkKindList.flatMap(kind => byKind.get(kind) ?? [])
}

/**
 * Which sources have answered and which are still to be asked.
 *
 * @param checks in the order in which they were recorded
 * @source OM section 2.4, section 6.1
 * @interpretation One list serves the panel and the assessment, so health is on it though section 2.4 does not name it. Children's social care counts as answered only when the check is done; of others, "does not apply" and "no answer
 * after chasing" are answers too.
 */
export function checksProgress(checks: readonly CheckFact[], askedFor: AskedFor): ChecksProgress {
  const standing = standingChecks(checks)
  const needed = checkKindList.filter(kind => isNeeded(kind, askedFor))
  const settled = new Set(standing.filter(isSettled).map(check => check.kind))
  const open = needed.filter(kind => !settled.has(kind))
  return {
    answered: needed.length - open.length,
    needed: needed.length,
    socialCareAnswered: settled.has('childrens-social-care'),
    open,
  }
}

function isNeeded(kind: CheckKind, { victimKnown, isLookedAfter }: AskedFor): boolean {
  if (kind === 'victim-views') return victimKnown !== false
  return kind !== 'placement-plan' || isLookedAfter
}

function isSettled({ kind, result }: CheckFact): boolean {
  return kind !== 'childrens-social-care' || result === 'done'
}
