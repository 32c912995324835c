import type { PlainDate } from '../calendar/plain-date.ts'
import type { CaseFacts } from './case-facts.ts'
import { owed, type Duty } from './owed.ts'
import type { Policy } from './policy.ts'
import type { DutyRule } from './rule.ts'
import { caseDuties } from './rule-book.ts'

/** A duty under the policy before a change and after it; null where it is not owed. */
export interface DutyChange {
  readonly before: Duty | null
  readonly after: Duty | null
}

/** What a change of the policy does to duties, each duty in one list at most, most urgent first. */
export interface WhatIf {
  readonly becomeOverdue: readonly DutyChange[]
  readonly noLongerOverdue: readonly DutyChange[]
  /** Neither became nor ceased to be overdue, but fall due on another day. */
  readonly moved: readonly DutyChange[]
  /** Open under the new policy alone. */
  readonly added: readonly DutyChange[]
  /** Open under the old policy alone. */
  readonly dropped: readonly DutyChange[]
}

interface TwoPolicies {
  /** The day asked, inclusive: the first on which the change holds. */
  readonly asOf: PlainDate
  readonly before: Policy
  readonly after: Policy
}

/**
 * What would be owed otherwise on a day, if a service changed its policy: the same facts asked twice.
 *
 * For a day that is still to come the answer supposes that nothing else happens until then.
 *
 * @param rules those that the change can touch
 */
export function whatIf(
  cases: readonly CaseFacts[],
  { asOf, before, after }: TwoPolicies,
  rules: readonly DutyRule<CaseFacts>[] = caseDuties,
): WhatIf {
  const changes = paired(
    owed(cases, { asOf, policy: before }, rules),
    owed(cases, { asOf, policy: after }, rules),
  )
  const sorted = Object.groupBy(changes, effectOf)
  return {
    becomeOverdue: sorted.becomeOverdue ?? [],
    noLongerOverdue: sorted.noLongerOverdue ?? [],
    moved: sorted.moved ?? [],
    added: sorted.added ?? [],
    dropped: sorted.dropped ?? [],
  }
}

function paired(before: readonly Duty[], after: readonly Duty[]): DutyChange[] {
  const earlier = new Map(before.map(duty => [nameOf(duty), duty]))
  const later = new Set(after.map(nameOf))
  return [
    ...after.map(duty => ({ before: earlier.get(nameOf(duty)) ?? null, after: duty })),
    ...before.filter(duty => !later.has(nameOf(duty))).map(duty => ({ before: duty, after: null })),
  ]
}

function nameOf({ ruleId, caseId, subjectId }: Duty): string {
  return [ruleId, caseId, subjectId].join(' ')
}

function effectOf({ before, after }: DutyChange): keyof WhatIf | 'none' {
  const [was, is] = [stateOf(before), stateOf(after)]
  if (was === is) return isOutstanding(is) && dueOf(before) !== dueOf(after) ? 'moved' : 'none'
  if (is === 'overdue') return 'becomeOverdue'
  if (was === 'overdue') return 'noLongerOverdue'
  if (is === 'open') return 'added'
  return was === 'open' ? 'dropped' : 'none'
}

function stateOf(duty: Duty | null): Duty['state'] | 'not owed' {
  return duty?.state ?? 'not owed'
}

function isOutstanding(state: Duty['state'] | 'not owed'): boolean {
  return state === 'open' || state === 'overdue'
}

function dueOf(duty: Duty | null): string | undefined {
  return duty?.dueOn?.toString()
}
