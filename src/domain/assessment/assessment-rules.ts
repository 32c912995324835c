import type { CaseFacts } from '../rules/case-facts.ts'
import type { DutyRule } from '../rules/rule.ts'
import { assessmentReview } from './assessment-review.ts'
import { significantChange } from './significant-change.ts'

export const assessmentDuties: readonly DutyRule<CaseFacts>[] = [
  assessmentReview,
  significantChange,
]
