import type { StandardRule } from '../rules/rule.ts'
import { attendanceCentreReturn } from './attendance-centre-return.ts'
import { boardMeetings } from './board-meetings.ts'
import { boardPlans } from './board-plans.ts'
import { caseAudits } from './case-audits.ts'
import { caseReviews } from './case-reviews.ts'
import { challengeDays } from './challenge-days.ts'
import { feedbackHeard } from './feedback-heard.ts'
import type { GovernanceFacts } from './governance-facts.ts'
import { kpiReturn } from './kpi-return.ts'
import { learningReviews } from './learning-reviews.ts'
import { parentsAsked } from './parents-asked.ts'
import { peerSupervision } from './peer-supervision.ts'
import { supervision } from './supervision.ts'

/** What the service owes, not one child's case; the facts come with the governance screens. */
export const standards: readonly StandardRule<GovernanceFacts>[] = [
  learningReviews,
  challengeDays,
  caseAudits,
  caseReviews,
  supervision,
  peerSupervision,
  boardMeetings,
  boardPlans,
  feedbackHeard,
  parentsAsked,
  kpiReturn,
  attendanceCentreReturn,
]
