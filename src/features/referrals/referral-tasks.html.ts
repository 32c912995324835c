import type { Permission } from '#domain/access/permissions.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { formatTime, type Instant } from '#domain/calendar/time.ts'
import {
  referralSteps,
  type ReferralProgress,
  type ReferralStep,
  type StepState,
} from '#domain/referrals/referral-stage.ts'
import { outcomeKinds } from '#domain/vocabulary/outcomes.ts'
import { tag } from '#platform/views/components/tag.ts'
import { taskList, type TaskListItem } from '#platform/views/components/task-list.ts'
import type { Html } from '#platform/views/html.ts'
import type { Child } from '#records/children.ts'
import type { ReferralSummary } from '#records/referral-summaries.ts'
import type { Referral } from '#records/referrals.ts'
import { assessmentStartUrl, assessmentUrl } from '../assessments/urls.ts'
import { decisionUrl, explanationUrl, outcomeUrl } from '../decisions/urls.ts'
import { interventionUrl, newInterventionUrl } from '../interventions/urls.ts'
import { referralAssessorUrl, referralChecksUrl, referralPanelUrl } from './urls.ts'

/** Everything that the page of a referral shows. */
export interface ReferralView {
  readonly child: Child
  readonly referral: Referral
  readonly summary: ReferralSummary
  readonly progress: ReferralProgress
  readonly today: PlainDate
  readonly now: Instant
  readonly may: (permission: Permission) => boolean
}

/** The steps from referral to work; each leads on where the viewer may take it. */
export function referralTasks(view: ReferralView): Html {
  const steps: readonly ReferralStep[] =
    view.referral.kind === 'safeguarding'
      ? ['checks']
      : (Object.keys(referralSteps) as ReferralStep[])
  return taskList({ items: steps.map(step => taskOf(step, view)) })
}

function taskOf(step: ReferralStep, view: ReferralView): TaskListItem {
  const state = view.progress.steps[step]
  const href = linkOf(step, view)
  const hint = hints[step](view)
  return {
    title: referralSteps[step],
    status: { content: step === 'panel' && state === 'waiting' ? listed : statusOf(state) },
    ...(hint !== null && { hint }),
    ...(href !== null && { href }),
  }
}

const stateNames: Readonly<Record<Exclude<StepState, 'done'>, { text: string; colour: string }>> = {
  started: { text: 'Started', colour: 'blue' },
  'to-do': { text: 'To do', colour: 'yellow' },
  waiting: { text: 'Not yet', colour: 'grey' },
  'not-needed': { text: 'Not needed', colour: 'grey' },
}

const listed = tag({ content: 'Listed', classes: 'govuk-tag--blue' })

function statusOf(state: StepState): Html | string {
  if (state === 'done') return 'Done'
  const { text, colour } = stateNames[state]
  return tag({ content: text, classes: `govuk-tag--${colour}` })
}

const hints: Readonly<Record<ReferralStep, (view: ReferralView) => string | null>> = {
  checks: checksHint,
  assessor: ({ summary }) => summary.assessor,
  assessment: ({ summary }) => on('Completed', summary.assessment?.completedOn ?? null),
  panel: ({ referral }) => (referral.panel === null ? null : panelInWords(referral.panel)),
  explanation: ({ summary }) => on('Explained', summary.explainedOn),
  decision: ({ summary: { decision } }) =>
    decision === null ? null : on(outcomeKinds[decision.kind].name, decision.on),
  work: () => null,
}

function on(what: string, day: PlainDate | null): string | null {
  return day === null ? null : `${what} on ${formatDate(day)}`
}

function checksHint({ progress }: ReferralView): string {
  const { answered, needed, socialCareAnswered } = progress.checks
  const count = `${answered} of ${needed}`
  return socialCareAnswered ? count : `${count}. Children's social care first`
}

function panelInWords(panel: NonNullable<Referral['panel']>): string {
  return `${formatDate(panel.heldOn)} at ${formatTime(panel.startsAt)}, ${panel.place}`
}

/** Where a step is taken, for those who may take it now. */
export function linkOf(step: ReferralStep, view: ReferralView): string | null {
  return links[step](view)
}

const links: Readonly<Record<ReferralStep, (view: ReferralView) => string | null>> = {
  checks: ({ referral, may }) =>
    may('referral.screen') ? referralChecksUrl(referral.childId, referral.id) : null,
  assessor: ({ referral, summary, may }) =>
    may('intervention.allocate') && summary.decision === null
      ? referralAssessorUrl(referral.childId, referral.id)
      : null,
  assessment: assessmentLink,
  panel: ({ referral, summary, may }) =>
    may('panel.arrange') && summary.decision === null
      ? referralPanelUrl(referral.childId, referral.id)
      : null,
  explanation: ({ referral, progress, may }) =>
    may('decision.record') && progress.steps.explanation !== 'not-needed'
      ? explanationUrl(referral.childId, referral.id)
      : null,
  decision: decisionLink,
  work: workLink,
}

function assessmentLink({ summary, referral, may }: ReferralView): string | null {
  if (summary.assessmentId !== null && may('assessment.open')) {
    return assessmentUrl(referral.childId, summary.assessmentId)
  }
  return may('assessment.write') ? assessmentStartUrl(referral.childId, referral.id) : null
}

function decisionLink({ summary, referral, progress, may }: ReferralView): string | null {
  if (!may('decision.record')) return null
  if (summary.outcomeId !== null) return outcomeUrl(referral.childId, summary.outcomeId)
  return progress.steps.decision === 'to-do' ? decisionUrl(referral.childId, referral.id) : null
}

function workLink({ summary, referral, progress, may }: ReferralView): string | null {
  if (summary.interventionId !== null) {
    return may('intervention.open')
      ? interventionUrl(referral.childId, summary.interventionId)
      : null
  }
  return progress.steps.work === 'to-do' && may('intervention.start')
    ? newInterventionUrl(referral.childId, referral.id)
    : null
}
