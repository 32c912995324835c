import { isRole } from '#domain/access/permissions.ts'
import { whyNotAgree } from '#domain/agreements/why-not-agree.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { findRule } from '#domain/rules/rule-book.ts'
import type { ChildLine } from '../format/child-line.ts'
import type { Problem } from '../reading/problem.ts'
import { agreementSubjectOf } from './agreement-subject-of-line.ts'
import type { Checking } from './known-records.ts'

type Agreement = ChildLine['ruleAgreements'][number]
type Request = ChildLine['agreementRequests'][number]

/**
 * Whether each agreement was given as the page would have let it be given, and each request answered by somebody else. An agreement under
 * a rule that this version does not know excuses nothing and is let in.
 */
export function checkAgreements(child: ChildLine, checking: Checking): Problem[] {
  const given = child.ruleAgreements.flatMap((agreement, index) => {
    const reason = reasonAgainst(child, agreement, checking)
    if (reason === null) return []
    const path = `ruleAgreements[${index}]`
    return [{ path, rule: agreement.ruleId, reason, rowId: agreement.id }]
  })
  const asked = child.agreementRequests.flatMap((request, index) => {
    const reason = wrongAnswer(child, request)
    if (reason === null) return []
    const path = `agreementRequests[${index}]`
    return [{ path, rule: request.ruleId, reason, rowId: request.id }]
  })
  return [...given, ...asked]
}

function reasonAgainst(child: ChildLine, agreement: Agreement, checking: Checking): string | null {
  const rule = findRule(agreement.ruleId)
  if (rule === undefined) return null
  const { exception } = rule
  if (exception === undefined) return 'Nobody may agree to go on without this rule.'
  const role = agreement.grantedByRole
  if (!checking.known.staff.has(agreement.grantedBy) || !isRole(role)) {
    return 'Say who agreed, in which role.'
  }
  const by = { id: agreement.grantedBy, role }
  const [refusal] = whyNotAgree({
    ...asGiven(child, agreement),
    exception,
    by,
    policy: checking.policy,
  })
  return refusal?.message ?? null
}

/** The agreement on the day on which it was given. */
function asGiven(child: ChildLine, agreement: Agreement) {
  const today = plainDate(agreement.grantedOn)
  const request = child.agreementRequests.find(one => one.agreementId === agreement.id)
  const subject = agreementSubjectOf(child, agreement, today)
  return {
    about: { ...subject, askedById: request?.askedBy ?? null },
    untilOn: agreement.untilOn === undefined ? null : plainDate(agreement.untilOn),
    childAgrees: agreement.childAgrees ?? null,
    reason: agreement.reason,
    today,
  }
}

function wrongAnswer(child: ChildLine, request: Request): string | null {
  if (request.answeredBy === request.askedBy) return 'Somebody else has to answer a request.'
  if (request.agreementId === undefined) return null
  const agreement = child.ruleAgreements.find(one => one.id === request.agreementId)
  const isAboutTheSame =
    agreement?.ruleId === request.ruleId && agreement.subjectId === request.subjectId
  return isAboutTheSame ? null : 'The agreement that answers it is about something else.'
}
