import { plainDate } from '#domain/calendar/plain-date.ts'
import { lacksOf } from '#domain/assessment/complete-assessment.ts'
import { judgementQuestions, type FormDefinition } from '#domain/assessment/form-definition.ts'
import { planStops } from '#domain/plans/plan-stops.ts'
import { findForm } from '#records/assessment-forms.ts'
import type { ChildLine } from '../format/child-line.ts'
import type { Problem } from '../reading/problem.ts'
import { isLookedAfterOn } from './decision-facts-of-line.ts'
import { isInHistory, type Checking } from './known-records.ts'
import { workFactsOf } from './work-facts-of-line.ts'

type Assessment = ChildLine['assessments'][number]
type Intervention = ChildLine['interventions'][number]
type Plan = Intervention['plans'][number]

/** Whether plans say what the guards in front of a plan ask for, and what is signed was there to be signed. */
export function checkPlans(child: ChildLine, checking: Checking): Problem[] {
  return child.interventions.flatMap((work, at) =>
    work.plans.flatMap((plan, index) => {
      const path = `interventions[${at}].plans[${index}]`
      return [
        ...planProblems(child, { work, plan, path }, checking),
        ...signatureProblems(plan, plan.writtenOn, path),
      ]
    }),
  )
}

/** What only this system asks, of a plan from before it; what stood in every plan is asked of old ones too. */
const notAskedOfHistory = new Set([
  null,
  'restorativeKind',
  'restorativeReason',
  'restorativeChoices',
])

function planProblems(
  child: ChildLine,
  about: { readonly work: Intervention; readonly plan: Plan; readonly path: string },
  checking: Checking,
): Problem[] {
  const { work, plan, path } = about
  const on = plainDate(plan.writtenOn)
  const facts = {
    ...plan,
    restorativeKind: plan.restorativeKind ?? null,
    restorativeReason: plan.restorativeReason ?? '',
    restorativeChoices: plan.restorativeChoices ?? '',
    ...workFactsOf(child, work, checking.known),
    isLookedAfter: isLookedAfterOn(child, on),
    on,
    byId: plan.authorId,
  }
  const isOld = isInHistory(on, checking)
  return planStops(facts, checking.policy)
    .filter(({ section }) => !isOld || !notAskedOfHistory.has(section))
    .map(({ ruleId, message }) => ({ path, rule: ruleId, reason: message, rowId: plan.id }))
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

/** Whether a completed assessment has what its form asks for; forms that we do not have belong to systems before this one. */
export function checkAssessments(child: ChildLine): Problem[] {
  return child.assessments.flatMap((assessment, index) => {
    const form = findForm(assessment)
    if (assessment.completedOn === undefined || form === undefined) return []
    const last = child.assessments.find(one => one.id === assessment.reviewOf) ?? null
    const lacks = lacksOf({ form, content: assessment, last })
    return lacks.map(({ field, message }) => ({
      path: `assessments[${index}].${fieldPath(form, assessment, field)}`,
      rule: 'assessment',
      reason: message,
      rowId: assessment.id,
    }))
  })
}

function fieldPath(form: FormDefinition, { judgements }: Assessment, field: string): string {
  const asked = judgementQuestions(form).find(
    one => one.levelKey === field || one.reasonsKey === field,
  )
  if (asked === undefined) return `answers.${field}`
  const at = judgements.findIndex(one => one.kind === asked.kind)
  if (at === -1) return 'judgements'
  return `judgements[${at}].${field === asked.levelKey ? 'level' : 'reasons'}`
}
