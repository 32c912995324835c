import { z } from 'zod'
import { may } from '#domain/access/permissions.ts'
import type { DecisionEvidence, DecisionFacts } from '#domain/out-of-court/decision-facts.ts'
import { outcomeName } from '#domain/out-of-court/decision-options.ts'
import { decisionGuards } from '#domain/out-of-court/out-of-court-rules.ts'
import { askGuard } from '#domain/rules/ask-guard.ts'
import type { Policy } from '#domain/rules/policy.ts'
import { panelDecisions, type PanelDecision } from '#domain/vocabulary/outcomes.ts'
import { findChild } from '#records/children.ts'
import { readDecisionFacts } from '#records/decision-facts.ts'
import { findPolicy } from '#records/policy.ts'
import { listOutcomeNames } from '#records/services.ts'
import { childBanner } from '../child-banner.ts'
import { childUrl } from '../children/urls.ts'
import { idInUrl, page } from '../page.ts'
import { referralUrl } from '../referrals/urls.ts'
import { selectExplanations } from './explanation-queries.ts'
import { outcomeBody } from './outcome.html.ts'
import { selectOutcome, selectOutcomeOffences, type RecordedOutcome } from './queries.ts'

export const outcomePage = page({
  permission: 'referral.open',
  params: z.object({ childId: idInUrl, outcomeId: idInUrl }),
  load: async ({ scope, user }, { params: { childId, outcomeId } }) => {
    const policy = await findPolicy(scope)
    const outcome = await selectOutcome(scope, childId, outcomeId)
    const { referralId, decidedOn } = outcome
    const evidence =
      referralId === null ? null : await readDecisionFacts(scope, childId, referralId, decidedOn)
    return {
      child: await findChild(scope, user, childId),
      outcome,
      name: outcomeName(outcome, await listOutcomeNames(scope)),
      offences: await selectOutcomeOffences(scope, outcomeId),
      explanations: referralId === null ? [] : await selectExplanations(scope, referralId),
      evidence,
      guards: evidence === null ? [] : guardsOf(outcome, evidence, policy),
    }
  },
  view: ({ child, outcome, ...rest }, _shown, { today, user }) => ({
    title: 'Decision',
    identity: childBanner(child, today),
    backLink:
      outcome.referralId === null ? childUrl(child.id) : referralUrl(child.id, outcome.referralId),
    body: outcomeBody({
      childId: child.id,
      outcome,
      ...rest,
      mayReadAssessment: may(user.role, 'assessment.open'),
    }),
  }),
})

/** What each rule says of the decision as it was recorded; none where a court decided. */
function guardsOf(outcome: RecordedOutcome, evidence: DecisionEvidence, policy: Policy) {
  const decision = panelDecision(outcome.kind)
  if (decision === null) return []
  const facts = recordedFacts(outcome, evidence, decision)
  const asked = { asOf: outcome.decidedOn, policy }
  return decisionGuards.map(guard => ({ guard, says: askGuard(guard, facts, asked) }))
}

function panelDecision(kind: string): PanelDecision | null {
  return panelDecisions.find(decision => decision === kind) ?? null
}

function recordedFacts(
  outcome: RecordedOutcome,
  evidence: DecisionEvidence,
  decision: PanelDecision,
): DecisionFacts {
  const decider = (id: string | null, agency: string | null) =>
    id === null || agency === null ? null : { id, agency }
  return {
    ...evidence,
    decision,
    decidedOn: outcome.decidedOn,
    conditionsEndOn: outcome.conditionsEndOn,
    decidedByService: decider(outcome.decidedByService, outcome.serviceAgency),
    decidedByPolice: decider(outcome.decidedByPolice, outcome.policeAgency),
    rationale: outcome.rationale ?? '',
    weighed: {
      diversity: outcome.weighedDiversity ?? '',
      safety: outcome.weighedSafety ?? '',
      wellbeing: outcome.weighedWellbeing ?? '',
      risk: outcome.weighedRisk ?? '',
    },
  }
}
