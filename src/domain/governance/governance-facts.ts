import type { PlainDate } from '../calendar/plain-date.ts'

/**
 * What the standards of a service read, as the governance screens will record it. Lists are in date order, earliest first, and hold what
 * is known on the day asked; each standard names the parts that it reads.
 */
export interface GovernanceFacts {
  /** The first day that the facts cover: nothing is owed for a time before it. */
  readonly since: PlainDate
  readonly staff: readonly StaffFact[]
  readonly teams: readonly TeamFact[]
  readonly supervisions: readonly SupervisionFact[]
  readonly peerSupervisions: readonly { readonly teamId: string; readonly on: PlainDate }[]
  readonly audits: readonly AuditFact[]
  /** Days on which the monthly report of what audits found was finished. */
  readonly findingsReportedOn: readonly PlainDate[]
  readonly caseReviews: readonly CaseReviewFact[]
  readonly challengeDays: readonly ChallengeDayFact[]
  readonly boardMeetings: readonly BoardMeetingFact[]
  readonly returns: readonly ReturnFact[]
  /** The junior attendance centre that the service runs; null: none. */
  readonly attendanceCentre: { readonly openedOn: PlainDate } | null
  readonly sentences: readonly LearningFact[]
  readonly endedWork: readonly EndedWorkFact[]
  readonly feedbackAnalyses: readonly FeedbackAnalysisFact[]
}

/** Somebody who works for the service on the day asked. */
export interface StaffFact {
  readonly id: string
  readonly grade: 'team-manager' | 'senior-practitioner' | 'practitioner' | 'business-support'
  readonly startedOn: PlainDate
  /** When both signed the supervision agreement; null: not yet. */
  readonly supervisionAgreementOn: PlainDate | null
}

/** A team of the service on the day asked. */
export interface TeamFact {
  readonly id: string
  readonly startedOn: PlainDate
  readonly isAreaTeam: boolean
}

export interface SupervisionFact {
  readonly staffId: string
  readonly on: PlainDate
  readonly talkedAboutCases: boolean
  /** True where cases were talked about along the Safety and Well-being Grid. */
  readonly usedGrid: boolean
  /** True where decisions about children are in the children's files. */
  readonly decisionsInChildFiles: boolean
  /** True where all else is in the file of the member of staff. */
  readonly restInStaffFile: boolean
}

/** A full audit of one case by a manager. */
export interface AuditFact {
  readonly id: string
  readonly managerId: string
  readonly startedOn: PlainDate
  readonly completedOn: PlainDate | null
  readonly discussedWithCaseManagerOn: PlainDate | null
  readonly parentsAskedOn: PlainDate | null
}

/** A reflective review of one case. */
export interface CaseReviewFact {
  readonly reviewerId: string
  readonly on: PlainDate
  readonly childCalled: boolean
  readonly parentCalled: boolean
}

/** A day on which peers and partners look at the work of a team; planned where it lies ahead. */
export interface ChallengeDayFact {
  readonly id: string
  readonly teamId: string
  readonly on: PlainDate
  readonly teamToldOn: PlainDate | null
  /** When the action plan that came of it was looked at again. */
  readonly actionPlanReviewedOn: PlainDate | null
}

/** A meeting of the management board; planned where it lies ahead. */
export interface BoardMeetingFact {
  readonly id: string
  readonly on: PlainDate
  readonly hadQuorum: boolean
  readonly attendanceByAgency: readonly { readonly agency: string; readonly attended: boolean }[]
  readonly sawPlanProgress: boolean
  readonly sawImprovementPlan: boolean
}

/** A return that was sent. */
export interface ReturnFact {
  readonly kind: 'kpi' | 'attendance-centre'
  /** The quarter of a KPI return, as `2025Q4`; the month of the other, as `2026-03`. */
  readonly period: string
  readonly sentOn: PlainDate
  readonly hasBoardAttendance: boolean
}

/** A court outcome that the service learns from. */
export interface LearningFact {
  readonly id: string
  readonly on: PlainDate
  readonly outcome: 'custody' | 'custody-avoided'
  readonly review: {
    readonly on: PlainDate
    readonly by: 'peer' | 'manager-of-another-team' | 'quality-manager' | 'line-manager'
    /** True where it looks at what the service can learn and at nobody's own practice. */
    readonly looksAtServiceOnly: boolean
  } | null
}

/** A piece of work with a child that has ended. */
export interface EndedWorkFact {
  readonly id: string
  readonly endedOn: PlainDate
  /** When the child was asked, or it was written why the child could not be; null: neither. */
  readonly feedbackAskedOn: PlainDate | null
}

export interface FeedbackAnalysisFact {
  /** As `2025Q4`. */
  readonly quarter: string
  readonly on: PlainDate
  readonly coversTwelveMonths: boolean
}
