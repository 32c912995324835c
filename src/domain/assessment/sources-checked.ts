import { latest } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { checksProgress } from '../referrals/checks.ts'
import type { AssessmentFact, CaseFacts } from '../rules/case-facts.ts'
import type { DutyDecision, DutyRule } from '../rules/rule.ts'
import { checkKinds } from '../vocabulary/work.ts'
import { dueBeforeCompleted } from './before-completed.ts'

type Referral = NonNullable<CaseFacts['referral']>

/**
 * OM-2.4-checks: everyone who may know something is asked before the assessment is completed.
 *
 * @source OM section 2.4
 * @interpretation Asked once a case, for its first assessment. Checks belong to a referral: work that came without one owes none until
 * the court screens are there. Children's social care has to have answered, because the panel cannot do without; of the others a reason
 * why it does not apply, or no answer after chasing, is an answer.
 */
export const sourcesChecked: DutyRule<CaseFacts> = {
  id: 'OM-2.4-checks',
  kind: 'duty',
  owedBy: 'case-manager',
  title: 'Ask every source, before the assessment is completed',
  why: 'No child should be hurt because somebody knew and was not asked, and none be asked again for what a file already says.',
  citation: { source: 'OM', section: '2.4' },
  parameters: {},
  decide: (facts, asOf) => {
    const assessment = facts.assessments.at(0)
    const { referral } = facts
    if (assessment === undefined || referral === null) return []
    return [{ subjectId: referral.id, ...decideChecks(facts, referral, { assessment, asOf }) }]
  },
}

function decideChecks(
  facts: CaseFacts,
  referral: Referral,
  { assessment, asOf }: { readonly assessment: AssessmentFact; readonly asOf: PlainDate },
): Omit<DutyDecision, 'subjectId'> {
  const due = dueBeforeCompleted(facts, assessment, asOf)
  const started = { text: 'The assessment was started', on: assessment.startedOn }
  const { victimKnown } = referral
  const { isLookedAfter } = facts.child
  const { open } = checksProgress(facts.checks, { victimKnown, isLookedAfter })
  if (open.length > 0) {
    const names = open.map(kind => checkKinds[kind]).join(', ')
    return { ...due, because: [started, { text: `Not answered yet: ${names}` }] }
  }
  const on = latest(assessment.startedOn, ...facts.checks.map(check => check.on))
  return { ...due, state: 'met', because: [started, { text: 'Every source was asked', on }] }
}
