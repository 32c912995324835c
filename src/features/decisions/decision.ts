import { z } from 'zod'
import { may } from '#domain/access/permissions.ts'
import type { DecisionEvidence, DecisionFacts } from '#domain/out-of-court/decision-facts.ts'
import { decisionOptions, type DecisionOption } from '#domain/out-of-court/decision-options.ts'
import { lastDayOfConditions } from '#domain/out-of-court/conditional-caution-length.ts'
import { guardStandings } from '#domain/out-of-court/guard-standing.ts'
import { recordDecision, type Stop } from '#domain/out-of-court/record-decision.ts'
import { residenceOn } from '#domain/out-of-court/residence-on.ts'
import { decisionGuards, decisionPrompts } from '#domain/out-of-court/out-of-court-rules.ts'
import { askPrompts } from '#domain/rules/ask-prompts.ts'
import { NotFound } from '#platform/http/errors.ts'
import { goTo, refuse, type SubmitResult } from '#platform/http/page.ts'
import { listOpenRequests } from '#records/agreement-requests.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild } from '#records/children.ts'
import { readDecisionFacts } from '#records/decision-facts.ts'
import { lockRow } from '#records/lock-row.ts'
import { findPolicy } from '#records/policy.ts'
import { findReferral, type Referral } from '#records/referrals.ts'
import type { Scope } from '#records/scope.ts'
import { listOutcomeNames } from '#records/services.ts'
import { listStaff } from '#records/staff.ts'
import { childBanner } from '../child-banner.ts'
import { idInUrl, page, type PageContext } from '../page.ts'
import { referralUrl } from '../referrals/urls.ts'
import { decisionForm, type TypedDecision } from './decision-form.ts'
import { decisionBody } from './decision.html.ts'
import { guardAnchor } from './guard-list.html.ts'
import { closeReferral, insertOutcome, selectHomes, selectOutcomes } from './queries.ts'
import { outcomeUrl } from './urls.ts'

export const decisionPage = page({
  permission: 'decision.record',
  params: z.object({ childId: idInUrl, referralId: idInUrl }),
  load: async (context, { params: { childId, referralId } }) => {
    const { scope, user, today } = context
    const referral = await findReferral(scope, childId, referralId)
    if (referral.kind !== 'out-of-court') throw new NotFound()
    const outcomes = await selectOutcomes(scope, childId)
    const evidence = await readDecisionFacts(scope, childId, referralId, today)
    const asked = { asOf: today, policy: await findPolicy(scope) }
    const promptFacts = {
      admission: referral.admission,
      offenceTitles: referral.offences.map(offence => offence.title),
      offenceDays: referral.offences.map(offence => offence.occurredOn),
      homes: await selectHomes(scope, childId),
      earlierOutcomes: outcomes.map(outcome => outcome.kind),
    }
    return {
      child: await findChild(scope, user, childId),
      referral,
      evidence,
      recorded: outcomes.find(outcome => outcome.referralId === referralId)?.id ?? null,
      standings: guardStandings(evidence, decisionGuards, asked),
      lastDay: lastDayOfConditions(today, asked),
      requests: await requestsAbout(context, childId, referralId),
      prompts: askPrompts(decisionPrompts, promptFacts, asked),
      ...(await readChoices(scope)),
    }
  },
  form: decisionForm,
  initial: (loaded, { today }) => decisionForm(loaded).fill({ decidedOn: today }),
  submit: async (context, typed, { loaded }) => {
    await lockRow(context.scope, 'referrals', loaded.referral.id)
    const option = loaded.options.find(one => one.code === typed.decision)
    if (option === undefined) throw new NotFound()
    return await decide(context, { referral: loaded.referral, option, typed })
  },
  view: (loaded, shown, { today, user }) => ({
    title: 'Record the decision',
    identity: childBanner(loaded.child, today),
    backLink: referralUrl(loaded.child.id, loaded.referral.id),
    body: decisionBody(shown, {
      ...loaded,
      childId: loaded.child.id,
      role: user.role,
      mayAssure: may(user.role, 'assessment.quality-assure'),
    }),
  }),
})

async function requestsAbout({ scope, today }: PageContext, childId: string, referralId: string) {
  const requests = await listOpenRequests(scope, { childId }, today)
  return requests.filter(({ subjectId }) => subjectId === referralId)
}

async function readChoices(scope: Scope) {
  return {
    options: decisionOptions(await listOutcomeNames(scope)),
    practitioners: await listStaff(scope, {
      roles: ['case-manager', 'team-manager', 'head-of-service'],
      agency: 'youth-justice-service',
    }),
    police: await listStaff(scope, { agency: 'police' }),
  }
}

interface Deciding {
  readonly referral: Referral
  readonly option: DecisionOption
  readonly typed: TypedDecision
}

async function decide(context: PageContext, deciding: Deciding): Promise<SubmitResult> {
  const { scope, today } = context
  const { typed, option } = deciding
  const { childId, id } = deciding.referral
  const referral = await findReferral(scope, childId, id)
  const evidence = await readDecisionFacts(scope, childId, id, typed.decidedOn)
  const outcomes = await selectOutcomes(scope, childId)
  const facts = { ...evidence, ...decisionMade(option, typed) }
  const around = {
    receivedOn: referral.receivedOn,
    isClosed: referral.closedOn !== null,
    hasOutcome: outcomes.some(outcome => outcome.referralId === id),
    today,
    policy: await findPolicy(scope),
  }
  const recording = recordDecision(facts, around, decisionGuards)
  if (recording.kind === 'stopped') return refuse(...recording.stops.map(problemOf))
  const outcomeId = await save(scope, facts, { ...deciding, referral }, evidence)
  if (recording.closesBecause !== null) {
    const closed = { closedOn: typed.decidedOn, closedBecause: recording.closesBecause }
    await closeReferral(scope, id, closed)
    await insertAuditEntry(scope, { action: 'referral.closed', childId, subjectId: id })
  }
  return goTo(outcomeUrl(childId, outcomeId), 'Decision recorded')
}

function problemOf({ ruleId, field, message }: Stop) {
  if (ruleId === null) return { field: field ?? 'decision', message }
  return { field: guardAnchor(ruleId), message: `${ruleId}: ${message}` }
}

function decisionMade(option: DecisionOption, typed: TypedDecision) {
  const decider = (id: string | null, agency: string) => (id === null ? null : { id, agency })
  const isConditional = option.kind === 'youth-conditional-caution'
  return {
    decision: option.kind,
    decidedOn: typed.decidedOn,
    // Conditions belong to a conditional caution; a date left over from changing one's mind does not.
    conditionsEndOn: isConditional ? typed.conditionsEndOn : null,
    decidedByService: decider(typed.decidedByService, 'youth-justice-service'),
    decidedByPolice: decider(typed.decidedByPolice, 'police'),
    rationale: typed.rationale ?? '',
    weighed: {
      diversity: typed.weighedDiversity ?? '',
      safety: typed.weighedSafety ?? '',
      wellbeing: typed.weighedWellbeing ?? '',
      risk: typed.weighedRisk ?? '',
    },
  }
}

async function save(
  scope: Scope,
  facts: DecisionFacts,
  { referral, option }: Deciding,
  evidence: DecisionEvidence,
): Promise<string> {
  const { childId } = referral
  const homes = await selectHomes(scope, childId)
  const outcome = {
    childId,
    referralId: referral.id,
    panelId: evidence.panel?.id ?? null,
    kind: option.kind,
    localName: option.localName,
    decidedOn: facts.decidedOn,
    decidedByService: facts.decidedByService?.id ?? null,
    decidedByPolice: facts.decidedByPolice?.id ?? null,
    rationale: facts.rationale,
    weighedDiversity: facts.weighed.diversity,
    weighedSafety: facts.weighed.safety,
    weighedWellbeing: facts.weighed.wellbeing,
    weighedRisk: facts.weighed.risk,
    conditionsEndOn: facts.conditionsEndOn,
    residence: residenceOn(
      homes.filter(({ kind }) => kind === 'address'),
      facts.decidedOn,
    ),
  }
  const offenceIds = referral.offences.map(offence => offence.id)
  const id = await insertOutcome(scope, outcome, offenceIds)
  await insertAuditEntry(scope, { action: 'outcome.recorded', childId, subjectId: id })
  return id
}
