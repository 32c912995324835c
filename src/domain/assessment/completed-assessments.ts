import type { PlainDate } from '../calendar/plain-date.ts'
import type { AssessmentFact, CaseFacts } from '../rules/case-facts.ts'

export type CompletedAssessment = AssessmentFact & { readonly completedOn: PlainDate }

/**
 * The assessments of a case that count as completed, earliest start first: of a child looked after only those that a manager has
 * quality-assured.
 *
 * @source OM section 6.4
 * @interpretation The child's care status on the day asked decides. One who has become looked after since the assessment was written is
 * owed a manager's look at it too. Its day stays the day on which its author completed it: what it says is as old as that.
 */
export function completedAssessments(facts: CaseFacts): CompletedAssessment[] {
  return facts.assessments.filter(isWritten).filter(one => isQualityAssured(one, facts.child))
}

/** True for an assessment that its author has completed, whether or not a manager has to look at it. */
export function isWritten(assessment: AssessmentFact): assessment is CompletedAssessment {
  return assessment.completedOn !== null
}

/** True where no manager has to look at the assessment before it counts, or one has. */
export function isQualityAssured(
  { countersignedOn }: Pick<AssessmentFact, 'countersignedOn'>,
  child: { readonly isLookedAfter: boolean },
): boolean {
  return !child.isLookedAfter || countersignedOn !== null
}
