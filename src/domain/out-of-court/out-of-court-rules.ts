import { careQualityGuard } from '../assessment/care-quality.ts'
import type { CaseFacts } from '../rules/case-facts.ts'
import type { DutyRule, GuardRule, PromptRule } from '../rules/rule.ts'
import {
  conditionalCautionLength,
  conditionalCautionLengthGuard,
} from './conditional-caution-length.ts'
import type { DecisionFacts } from './decision-facts.ts'
import {
  implicationsGuard,
  jointDecisionGuard,
  panelGuard,
  shortAssessmentGuard,
} from './decision-guards.ts'
import { homeOffencePrompt } from './home-offence.ts'
import { victimBeforePanel, type VictimFacts } from './victim-before-panel.ts'
import { knifePrompt, outcome22Prompt, type DecisionPromptFacts } from './decision-prompts.ts'

export const outOfCourtDuties: readonly DutyRule<CaseFacts>[] = [conditionalCautionLength]

/** Duties that wait for the victims screens. */
export const victimDuties: readonly DutyRule<VictimFacts>[] = [victimBeforePanel]

/** Advice where an out-of-court decision is written. */
export const decisionPrompts: readonly PromptRule<DecisionPromptFacts>[] = [
  knifePrompt,
  outcome22Prompt,
  homeOffencePrompt,
]

/** Guards in front of an out-of-court decision. */
export const decisionGuards: readonly GuardRule<DecisionFacts>[] = [
  panelGuard,
  jointDecisionGuard,
  implicationsGuard,
  shortAssessmentGuard,
  careQualityGuard,
  conditionalCautionLengthGuard,
]
