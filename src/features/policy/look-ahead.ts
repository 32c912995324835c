import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { CaseFacts } from '#domain/rules/case-facts.ts'
import { policyOf, type PolicyPack } from '#domain/rules/policy.ts'
import type { DutyRule } from '#domain/rules/rule.ts'
import { policyRules } from '#domain/rules/rule-book.ts'
import { whatIf, type WhatIf } from '#domain/rules/what-if.ts'
import { readCaseFacts } from '#records/case-facts/read-case-facts.ts'
import { listStaff } from '#records/staff.ts'
import { selectVisibleAmong } from '#records/visible-children.ts'
import type { PageContext } from '../page.ts'

/** A change of the policy pack that nobody has saved yet. */
export interface Considered {
  /** As `nameOfChange` gives it: what is saved later has to be what was looked at. */
  readonly name: string
  /** The first day on which it would hold. */
  readonly from: PlainDate
  readonly before: PolicyPack
  readonly after: PolicyPack
  /** The duties that it can touch. */
  readonly rules: readonly DutyRule<CaseFacts>[]
}

/** What a change would do, for the person who considers it. */
export interface Ahead {
  readonly name: string
  readonly from: PlainDate
  readonly effects: WhatIf
  /** Workers' names by id. */
  readonly workers: ReadonlyMap<string, string>
  /** The children whom this person may know of: of others only the number is shown. */
  readonly visible: ReadonlySet<string>
}

/** Asks the rules with both policies over the service's open cases, as they are known today. */
export async function lookAhead(
  { scope, user }: PageContext,
  { name, from, before, after, rules }: Considered,
): Promise<Ahead> {
  const cases = await readCaseFacts(scope, { of: 'service' }, from)
  const policies = { before: policyOf(before, policyRules), after: policyOf(after, policyRules) }
  const effects = whatIf(cases, { asOf: from, ...policies }, rules)
  const shown = [...effects.becomeOverdue, ...effects.noLongerOverdue]
  const childIds = shown.flatMap(({ before: was, after: is }) => (is ?? was)?.childId ?? [])
  return {
    name,
    from,
    effects,
    workers: new Map((await listStaff(scope)).map(({ id, name }) => [id, name])),
    visible: await selectVisibleAmong(scope, user, childIds),
  }
}
