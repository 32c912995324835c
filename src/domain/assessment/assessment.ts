import type { PlainDate } from '../calendar/plain-date.ts'
import type { JudgementKind, JudgementLevel } from '../vocabulary/work.ts'
import type { Answers } from './answers.ts'

/** A judgement as it stands in a draft: either half may not be there yet. */
export interface DraftJudgement {
  readonly kind: JudgementKind
  readonly level: JudgementLevel | null
  readonly reasons: string
}

/** What has been written so far. */
export interface AssessmentContent {
  readonly answers: Answers
  readonly judgements: readonly DraftJudgement[]
}

/** Where an assessment stands, computed from its days. */
export interface AssessmentDays {
  readonly completedOn: PlainDate | null
  readonly countersignedOn: PlainDate | null
}

export const assessmentStates = {
  draft: 'Being written',
  completed: 'Completed, not countersigned',
  countersigned: 'Completed and countersigned',
} as const
export type AssessmentState = keyof typeof assessmentStates

/** Where an assessment stands. */
export function assessmentState(days: AssessmentDays): AssessmentState {
  if (days.completedOn === null) return 'draft'
  return days.countersignedOn === null ? 'completed' : 'countersigned'
}
