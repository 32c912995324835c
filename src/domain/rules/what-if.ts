import { isSameDay } from '../calendar/plain-date.ts'
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
  /** Open under the new policy, not owed under the old one. */
  readonly added: readonly DutyChange[]
  /** Open under the old policy, not owed under the new one. */
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
  if (before?.state !== 'overdue' && after?.state === 'overdue') return 'becomeOverdue'
  if (before?.state === 'overdue' && after?.state !== 'overdue') return 'noLongerOverdue'
  if (before === null || after === null) {
    if (after?.state === 'open') return 'added'
    return before?.state === 'open' ? 'dropped' : 'none'
  }
  const isOutstanding = after.state === 'open' || after.state === 'overdue'
  return isOutstanding && !isSameDue(before, after) ? 'moved' : 'none'
}

function isSameDue(before: Duty, after: Duty): boolean {
  if (before.dueOn === null || after.dueOn === null) return before.dueOn === after.dueOn
  return isSameDay(before.dueOn, after.dueOn)
}
