import type { AssessmentContent } from '#domain/assessment/assessment.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { lacksOf } from '#domain/assessment/complete-assessment.ts'
import { noAnswers, shortForm } from '#domain/assessment/short-form.ts'
import { planGuards } from '#domain/plans/plan-rules.ts'
import { askGuard } from '#domain/rules/ask-guard.ts'
import type { Policy } from '#domain/rules/policy.ts'
import type { ChildLine } from '../format/child-line.ts'
import type { Problem } from '../reading/problem.ts'

type Assessment = ChildLine['assessments'][number]
type Plan = ChildLine['interventions'][number]['plans'][number]

/** Whether plans say what the guards in front of a plan ask for, and what is signed was there to be signed. */
export function checkPlans(child: ChildLine, policy: Policy): Problem[] {
  return child.interventions.flatMap((work, at) =>
    work.plans.flatMap((plan, index) => {
      const path = `interventions[${at}].plans[${index}]`
      return [...planProblems(plan, path, policy), ...signatureProblems(plan, plan.writtenOn, path)]
    }),
  )
}

function planProblems(plan: Plan, path: string, policy: Policy): Problem[] {
  return planGuards.flatMap(guard => {
    const decision = askGuard(guard, plan, { asOf: plainDate(plan.writtenOn), policy })
    if (decision.kind !== 'blocked') return []
    return decision.missing.map(reason => ({ path, rule: guard.id, reason, rowId: plan.id }))
  })
}

/** Whether service agreements were signed on the day they were made or later. */
export function checkServiceAgreements(child: ChildLine): Problem[] {
  return child.serviceAgreements.flatMap((agreement, index) =>
    signatureProblems(agreement, agreement.madeOn, `serviceAgreements[${index}]`),
  )
}

function signatureProblems(
  { signatures, authorId }: Pick<Plan, 'signatures'> & { readonly authorId?: string },
  since: string,
  path: string,
): Problem[] {
  return signatures.flatMap(({ id, signatory, signedOn, recordedBy }, index) => {
    const at = `${path}.signatures[${index}]`
    const problem = (column: string, reason: string): Problem => ({
      path: `${at}.${column}`,
      rule: 'OM-4.1-signed',
      reason,
      rowId: id,
    })
    if (signedOn < since) return [problem('signedOn', 'was signed before it was written')]
    if (signatory !== 'manager' || recordedBy === undefined || recordedBy !== authorId) return []
    return [problem('recordedBy', 'is the author’s own: another manager signs')]
  })
}

/** Whether a completed short assessment is complete; other forms belong to systems before this one. */
export function checkAssessments(child: ChildLine): Problem[] {
  return child.assessments.flatMap((assessment, index) => {
    const { completedOn, form, reviewOf } = assessment
    if (completedOn === undefined || form !== shortForm.form) return []
    const last = child.assessments.find(one => one.id === reviewOf)
    const lacks = lacksOf(contentOf(assessment), last === undefined ? null : contentOf(last))
    return lacks.map(({ field, message }) => ({
      path: `assessments[${index}].${fieldPath(assessment, field)}`,
      rule: 'assessment',
      reason: message,
      rowId: assessment.id,
    }))
  })
}

function contentOf({ answers, judgements }: Assessment): AssessmentContent {
  return { answers: { ...noAnswers, ...answers }, judgements }
}

function fieldPath({ judgements }: Assessment, field: string): string {
  const asked = shortForm.judgements.find(
    one => one.levelField === field || one.reasonsField === field,
  )
  if (asked === undefined) return `answers.${field}`
  const at = judgements.findIndex(one => one.kind === asked.kind)
  if (at === -1) return 'judgements'
  return `judgements[${at}].${field === asked.levelField ? 'level' : 'reasons'}`
}
