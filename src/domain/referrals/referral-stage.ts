import { isBefore, type PlainDate } from '../calendar/plain-date.ts'
import { isOutOfCourtDisposal, type OutcomeKind } from '../vocabulary/outcomes.ts'
import type { ReferralKind } from '../vocabulary/work.ts'
import { checksProgress, type CheckFact, type ChecksProgress } from './checks.ts'

/** What the stage is derived from. Nobody chooses a stage. */
export interface ReferralFacts {
  readonly kind: ReferralKind
  readonly victimKnown: boolean | null
  readonly isLookedAfter: boolean
  /** In the order in which they were recorded. */
  readonly checks: readonly CheckFact[]
  /** Who writes the assessment. */
  readonly assessor: string | null
  readonly assessment: {
    readonly startedOn: PlainDate
    readonly completedOn: PlainDate | null
  } | null
  /** The panel on which it is listed now. */
  readonly panelOn: PlainDate | null
  readonly explainedOn: PlainDate | null
  readonly decision: { readonly kind: OutcomeKind; readonly on: PlainDate } | null
  readonly workStartedOn: PlainDate | null
  readonly closedOn: PlainDate | null
}

/** Stages of a referral in hand, in the order in which it passes through them. */
export const referralStages = {
  safeguarding: 'For children’s social care',
  'being-checked': 'Being checked',
  listed: 'Listed for a panel',
  'awaiting-decision': 'Waiting for the decision to be recorded',
  decided: 'Decided, work not opened yet',
  closed: 'Closed',
} as const
export type ReferralStage = keyof typeof referralStages

/** The steps from referral to work, in the order of the page. */
export const referralSteps = {
  checks: 'Checks',
  assessor: 'Worker for the assessment',
  assessment: 'Assessment',
  panel: 'Youth justice panel',
  explanation: 'What it means, explained to the child and family',
  decision: 'Joint decision',
  work: 'Work with the child',
} as const
export type ReferralStep = keyof typeof referralSteps

/** `waiting`: nothing to do before an earlier step or a day has come. */
export type StepState = 'done' | 'started' | 'to-do' | 'waiting' | 'not-needed'

export interface ReferralProgress {
  readonly stage: ReferralStage
  readonly checks: ChecksProgress
  readonly steps: Readonly<Record<ReferralStep, StepState>>
  /** What comes next, in plain words; null when nothing is left to do here. */
  readonly next: { readonly step: ReferralStep | 'close'; readonly words: string } | null
}

/**
 * Where a referral stands and what comes next.
 *
 * On the panel's own day it still counts as listed; from the day after, the decision is waited for.
 *
 * @param today the day of asking
 * @source OM section 6.1
 */
export function referralProgress(facts: ReferralFacts, today: PlainDate): ReferralProgress {
  const checks = checksProgress(facts.checks, facts)
  const stage = stageOf(facts, today)
  const steps = stepsOf(facts, checks, today)
  return { stage, checks, steps, next: nextStep(facts, stage, { checks, steps }) }
}

function stageOf(facts: ReferralFacts, today: PlainDate): ReferralStage {
  if (facts.closedOn !== null || facts.workStartedOn !== null) return 'closed'
  if (facts.kind === 'safeguarding') return 'safeguarding'
  if (facts.decision !== null) return 'decided'
  if (facts.panelOn === null) return 'being-checked'
  return isBefore(facts.panelOn, today) ? 'awaiting-decision' : 'listed'
}

type Steps = ReferralProgress['steps']

function stepsOf(facts: ReferralFacts, checks: ChecksProgress, today: PlainDate): Steps {
  const { decision, panelOn } = facts
  const wasHeld = panelOn !== null && !isBefore(today, panelOn)
  return {
    checks: checks.open.length === 0 ? 'done' : checks.answered > 0 ? 'started' : 'to-do',
    assessor: facts.assessor === null ? 'to-do' : 'done',
    assessment: assessmentState(facts),
    panel: panelOn === null ? 'to-do' : wasHeld ? 'done' : 'waiting',
    explanation: explanationState(facts),
    decision: decision !== null ? 'done' : wasHeld ? 'to-do' : 'waiting',
    work: workState(facts),
  }
}

function assessmentState({ assessment, assessor }: ReferralFacts): StepState {
  if (assessment === null) return assessor === null ? 'waiting' : 'to-do'
  return assessment.completedOn === null ? 'started' : 'done'
}

function explanationState({ explainedOn, decision }: ReferralFacts): StepState {
  if (explainedOn !== null) return 'done'
  return decision === null || isOutOfCourtDisposal(decision.kind) ? 'to-do' : 'not-needed'
}

function workState({ decision, workStartedOn }: ReferralFacts): StepState {
  if (workStartedOn !== null) return 'done'
  if (decision === null) return 'waiting'
  return isOutOfCourtDisposal(decision.kind) ? 'to-do' : 'not-needed'
}

const nextWords = {
  assessor: 'Choose who writes the assessment',
  assessment: 'Complete the assessment',
  panel: 'List for a panel',
  explanation: 'Explain what it means to the child and family',
  decision: 'Record the decision',
  work: 'Open the work',
} as const

const beforePanel = ['assessor', 'assessment', 'panel'] as const

function nextStep(
  facts: ReferralFacts,
  stage: ReferralStage,
  { checks, steps }: { readonly checks: ChecksProgress; readonly steps: Steps },
): ReferralProgress['next'] {
  if (stage === 'closed') return null
  if (stage === 'safeguarding') {
    return checks.socialCareAnswered
      ? { step: 'close', words: 'Close the referral' }
      : { step: 'checks', words: "Tell children's social care today" }
  }
  if (stage === 'decided') return steps.work === 'to-do' ? named('work') : null
  if (!checks.socialCareAnswered) {
    return { step: 'checks', words: "Check with children's social care" }
  }
  return stage === 'awaiting-decision'
    ? nextAfterPanel(facts)
    : nextBeforePanel(facts, checks, steps)
}

function nextBeforePanel(
  facts: ReferralFacts,
  checks: ChecksProgress,
  steps: Steps,
): ReferralProgress['next'] {
  const open = beforePanel.find(step => steps[step] === 'to-do' || steps[step] === 'started')
  if (open !== undefined) return named(open)
  if (checks.open.length > 0) return { step: 'checks', words: 'Finish the checks' }
  if (facts.explainedOn === null) return named('explanation')
  return steps.decision === 'to-do'
    ? named('decision')
    : { step: 'panel', words: 'Wait for the panel' }
}

function nextAfterPanel(facts: ReferralFacts): ReferralProgress['next'] {
  if (!wasAssessedInTime(facts)) {
    return { step: 'panel', words: 'List for a later panel: the assessment was not ready' }
  }
  return named(facts.explainedOn === null ? 'explanation' : 'decision')
}

function wasAssessedInTime({ assessment, panelOn }: ReferralFacts): boolean {
  const completedOn = assessment?.completedOn ?? null
  return completedOn !== null && panelOn !== null && !isBefore(panelOn, completedOn)
}

function named(step: keyof typeof nextWords) {
  return { step, words: nextWords[step] }
}
