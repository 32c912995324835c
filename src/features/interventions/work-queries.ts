import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { feedbackVoices, type FeedbackVoice } from '#domain/vocabulary/work.ts'
import { readCode } from '#records/codes.ts'
import type { Scope } from '#records/scope.ts'

type PlainDate = Temporal.PlainDate

interface WorkIds {
  readonly childId: string
  readonly interventionId: string
  readonly referralId: string | null
}

export interface AssessmentRow {
  readonly id: string
  readonly startedOn: PlainDate
  readonly completedOn: PlainDate | null
  readonly countersignedOn: PlainDate | null
  readonly isReview: boolean
  readonly author: string
}

/** Assessments of the work and of the referral that it came from, latest first. */
export async function selectAssessmentsOf(scope: Scope, work: WorkIds): Promise<AssessmentRow[]> {
  const { rows } = await sql<AssessmentRow>`
    select a.id, a.started_on, a.completed_on, a.countersigned_on, a.review_of is not null as is_review,
      s.name as author
    from assessments a join staff s on s.service_id = a.service_id and s.id = a.author_id
    where a.service_id = ${scope.serviceId} and a.child_id = ${work.childId}
      and (a.intervention_id = ${work.interventionId} or a.referral_id = ${work.referralId})
    order by a.started_on desc, a.id`.execute(scope.db)
  return rows
}

export interface AgreementRow {
  readonly id: string
  readonly madeOn: PlainDate
  readonly signatories: readonly string[]
}

/** The child's service agreements with who has signed them, latest first. */
export async function selectServiceAgreements(
  scope: Scope,
  childId: string,
): Promise<AgreementRow[]> {
  const { rows } = await sql<AgreementRow>`
    select a.id, a.made_on, array(
      select s.signatory from signatures s
      where s.service_id = a.service_id and s.service_agreement_id = a.id) as signatories
    from service_agreements a
    where a.service_id = ${scope.serviceId} and a.child_id = ${childId}
    order by a.made_on desc, a.recorded_at desc`.execute(scope.db)
  return rows
}

export interface FeedbackRow {
  readonly voice: FeedbackVoice
  readonly whatHelped: string
  readonly whatToChange: string
}

/** What child and family said when the work ended. */
export async function selectFeedback(scope: Scope, work: WorkIds): Promise<FeedbackRow[]> {
  const rows = await scope.db
    .selectFrom('feedback')
    .select(['voice', 'whatHelped', 'whatToChange'])
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', work.childId)
    .where('interventionId', '=', work.interventionId)
    .orderBy('voice')
    .execute()
  return rows.map(row => ({ ...row, voice: readCode(feedbackVoices, row.voice) }))
}
