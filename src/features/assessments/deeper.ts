import { deeperForms, whyNotDeepen } from '#domain/assessment/deepen-assessment.ts'
import type { FormDefinition } from '#domain/assessment/form-definition.ts'
import type { Refusal } from '#domain/assessment/change-assessment.ts'
import { currentForms, findForm } from '#records/assessment-forms.ts'
import { listAssessments, type Assessment, type AssessmentLine } from '#records/assessments.ts'
import type { Scope } from '#records/scope.ts'

interface Deeper {
  readonly deeper: readonly FormDefinition[]
  readonly whyNot: Refusal
}

/** The forms in which an assessment could go on, and what stops it. */
export async function readDeeper(
  scope: Scope,
  childId: string,
  assessment: Assessment,
): Promise<Deeper> {
  const now = findForm(assessment)
  const deeper = now === undefined ? [] : deeperForms(now, currentForms)
  const isLatest = isLatestOf(await listAssessments(scope, childId), assessment.id)
  return { deeper, whyNot: whyNotDeepen({ isLatest, deeper }) }
}

/** True for an assessment that no other one reviews or goes on from. */
export function isLatestOf(all: readonly AssessmentLine[], assessmentId: string): boolean {
  return !all.some(({ reviewOf, deepens }) => reviewOf === assessmentId || deepens === assessmentId)
}
