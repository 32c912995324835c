import { z } from 'zod'
import type { AnswerTo } from '#domain/agreements/who-may-agree.ts'
import { agreementsAbout } from '#domain/rules/agreements.ts'
import { nothingToSign } from '#domain/plans/sign-plan.ts'
import { caseDuties, findRule, type Rule } from '#domain/rules/rule-book.ts'
import { NotFound } from '#platform/http/errors.ts'
import { listRequestsAbout, type AgreementRequest } from '#records/agreement-requests.ts'
import { selectAgreementSubjects, type AgreementSubject } from '#records/agreement-subjects.ts'
import { listAgreements } from '#records/agreements.ts'
import { findChild } from '#records/children.ts'
import { readDuties } from '#records/duties.ts'
import { findPlan } from '#records/plans.ts'
import { idInUrl, type PageContext } from '../page.ts'

export const agreementInUrl = z.object({ childId: idInUrl, ruleId: z.string(), subjectId: idInUrl })
type AgreementInUrl = z.output<typeof agreementInUrl>

export type AgreementAsked = Awaited<ReturnType<typeof loadAgreement>>

/**
 * What every page about an agreement shows: the rule, the record, what was asked and what was agreed about the same.
 *
 * @throws NotFound where the rule lets nobody agree, or says nothing of that record
 */
export async function loadAgreement(context: PageContext, about: AgreementInUrl) {
  const { scope, user, today } = context
  const rule = findRule(about.ruleId)
  if (rule?.exception === undefined) {
    throw new NotFound('Nobody may agree to go on without this rule.')
  }
  const subjects = await selectAgreementSubjects(scope, [about.subjectId], today)
  const subject = subjects.get(about.subjectId)
  if (subject?.childId !== about.childId) throw new NotFound()
  const requests = await listRequestsAbout(scope, about)
  const agreements = await listAgreements(scope, about.childId)
  return {
    about,
    child: await findChild(scope, user, about.childId),
    rule,
    exception: rule.exception,
    subject,
    nothingLeft: await whyNothingLeft(context, rule, subject),
    open: requests.find(isOpen) ?? null,
    declined: requests.filter(request => request.declinedBecause !== null),
    earlier: agreementsAbout(agreements, about),
  }
}

/** Whose it is, as the rules of agreeing ask. */
export function answerTo({ subject, open }: AgreementAsked): AnswerTo {
  return { ...subject, askedById: open?.askedById ?? null }
}

function isOpen({ answeredOn }: AgreementRequest): boolean {
  return answeredOn === null
}

/** A duty that is met needs no agreement, and one that is not owed for this record has none. */
async function whyNothingLeft(
  { scope, today }: PageContext,
  rule: Rule,
  { id, childId, kind }: AgreementSubject,
): Promise<string | null> {
  if (rule.id === 'OM-4.1-signed' && kind === 'plan') {
    const why = nothingToSign(await findPlan(scope, { childId, planId: id }))
    if (why !== null) return why
  }
  if (rule.kind !== 'duty' || !caseDuties.some(duty => duty.id === rule.id)) return null
  const duties = await readDuties(scope, { of: 'child', childId }, today)
  const duty = duties.find(one => one.ruleId === rule.id && one.subjectId === id)
  if (duty === undefined) throw new NotFound()
  return duty.state === 'met' ? 'This is done. There is nothing to agree to.' : null
}
