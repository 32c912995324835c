import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { listCircumstancesOn, type Circumstance } from '#records/circumstances.ts'
import { listAssessments, type AssessmentLine } from '#records/assessments.ts'
import { findReferral, type Referral } from '#records/referrals.ts'
import type { Scope } from '#records/scope.ts'

/** What the record already holds that bears on an assessment: shown beside it, never asked again. */
export interface KnownFacts {
  readonly referral: Referral | null
  readonly circumstances: readonly Circumstance[]
  /** The child's other completed assessments, latest first. */
  readonly earlier: readonly AssessmentLine[]
}

interface About {
  readonly childId: string
  readonly referralId: string | null
  readonly assessmentId: string | null
}

export async function readKnownFacts(
  scope: Scope,
  { childId, referralId, assessmentId }: About,
  today: PlainDate,
): Promise<KnownFacts> {
  const lines = await listAssessments(scope, childId)
  return {
    referral: referralId === null ? null : await findReferral(scope, childId, referralId),
    circumstances: await listCircumstancesOn(scope, childId, today),
    earlier: lines.filter(line => line.completedOn !== null && line.id !== assessmentId),
  }
}
