import { custodySafety, type CustodyHearingFacts } from '../court/custody-safety.ts'
import { scaledApproach, type ScaledApproachFacts } from '../court/scaled-approach.ts'
import type { CaseFacts } from '../rules/case-facts.ts'
import type { DutyRule, GuardRule, PromptRule } from '../rules/rule.ts'
import { secondVisitPrompt } from '../taking-on/second-visit.ts'
import { assessmentInTime } from './assessment-in-time.ts'
import { assessmentReview } from './assessment-review.ts'
import { qualityMeeting } from './quality-meeting.ts'
import { safetyGrid } from './safety-grid.ts'
import { significantChange } from './significant-change.ts'
import { singleAssessmentGuard, type StartingFacts } from './single-assessment.ts'
import { sourcesChecked } from './sources-checked.ts'
import { genogramPrompt, specificHarmPrompt, type AssessmentWriting } from './writing-prompts.ts'

export const assessmentDuties: readonly DutyRule<CaseFacts>[] = [
  safetyGrid,
  sourcesChecked,
  assessmentInTime,
  qualityMeeting,
  assessmentReview,
  significantChange,
]

/** Duties around an assessment whose facts come with the court screens. */
export const waitingAssessmentDuties: readonly (
  DutyRule<ScaledApproachFacts> | DutyRule<CustodyHearingFacts>
)[] = [scaledApproach, custodySafety]

/** Guards in front of starting an assessment. */
export const startingGuards: readonly GuardRule<StartingFacts>[] = [singleAssessmentGuard]

/** Advice where an assessment is written. */
export const writingPrompts: readonly PromptRule<AssessmentWriting>[] = [
  secondVisitPrompt,
  genogramPrompt,
  specificHarmPrompt,
]
