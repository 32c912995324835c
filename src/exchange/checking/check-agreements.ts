import { isRole } from '#domain/access/permissions.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { isAgreeable, whyNotAgree } from '#domain/out-of-court/grant-agreement.ts'
import type { ChildLine } from '../format/child-line.ts'
import type { Problem } from '../reading/problem.ts'
import type { KnownRecords } from './known-records.ts'

type Agreement = ChildLine['ruleAgreements'][number]

/** Whether an agreement that a guard accepts was given as the page would have let it be given. */
export function checkAgreements(child: ChildLine, known: KnownRecords): Problem[] {
  return child.ruleAgreements.flatMap((agreement, index) => {
    if (!isAgreeable(agreement.ruleId)) return []
    const reason = reasonAgainst(child, agreement, known)
    if (reason === null) return []
    const path = `ruleAgreements[${index}]`
    return [{ path, rule: agreement.ruleId, reason, rowId: agreement.id }]
  })
}

function reasonAgainst(child: ChildLine, agreement: Agreement, known: KnownRecords): string | null {
  const role = agreement.grantedByRole
  if (!known.staff.has(agreement.grantedBy) || !isRole(role))
    return 'Say who agreed, in which role.'
  if (agreement.untilOn === undefined) return 'Say until which day it is agreed.'
  const refusal = whyNotAgree({
    by: { id: agreement.grantedBy, role },
    workerId: workerOf(child, agreement),
    until: plainDate(agreement.untilOn),
    childAgrees: agreement.childAgrees === true,
    today: plainDate(agreement.grantedOn),
  })
  return refusal?.message ?? null
}

/** Who held the referral on the day. */
function workerOf(child: ChildLine, { subjectId, grantedOn }: Agreement): string | null {
  const held = child.allocations
    .filter(one => one.referralId === subjectId && one.startedOn <= grantedOn)
    .filter(one => one.endedOn === undefined || one.endedOn > grantedOn)
    .toSorted((a, b) => (a.startedOn < b.startedOn ? -1 : 1))
  return held.at(-1)?.staffId ?? null
}
