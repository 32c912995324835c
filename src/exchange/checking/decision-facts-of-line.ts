import { isOnOrBefore, plainDate, type PlainDate } from '#domain/calendar/plain-date.ts'
import type {
  DecisionEvidence,
  DecisionFacts,
  GrantedAgreement,
} from '#domain/out-of-court/decision-facts.ts'
import type { PanelDecision } from '#domain/vocabulary/outcomes.ts'
import { isLookedAfter } from '#domain/vocabulary/children.ts'
import type { ChildLine } from '../format/child-line.ts'
import type { KnownRecords } from './known-records.ts'

type Outcome = ChildLine['outcomes'][number]
type Referral = ChildLine['referrals'][number]

/**
 * What the guards read of a decision, from the child's line: the record as it stood on the day of the decision. What came later neither
 * helps nor harms it.
 */
export function decisionFactsOf(
  child: ChildLine,
  about: {
    readonly outcome: Outcome
    readonly referral: Referral
    readonly decision: PanelDecision
  },
  known: KnownRecords,
): DecisionFacts {
  const { outcome, referral, decision } = about
  const decidedOn = plainDate(outcome.decidedOn)
  const decider = (id: string | undefined) => {
    const agency = id === undefined ? undefined : known.staff.get(id)?.agency
    return id === undefined || agency === undefined ? null : { id, agency }
  }
  return {
    referralId: referral.id,
    isLookedAfter: isLookedAfterOn(child, decidedOn),
    victimKnown: referral.victimKnown ?? null,
    checks: checksBefore(referral, decidedOn),
    panel: panelOf(outcome, known),
    assessment: assessmentOf(child, referral.id),
    explanation: explanationOf(referral, decidedOn),
    agreements: agreementsOf(child, known),
    decision,
    decidedOn,
    conditionsEndOn: plainDateOrNull(outcome.conditionsEndOn),
    decidedByService: decider(outcome.decidedByService),
    decidedByPolice: decider(outcome.decidedByPolice),
    rationale: outcome.rationale ?? '',
    weighed: {
      diversity: outcome.weighedDiversity ?? '',
      safety: outcome.weighedSafety ?? '',
      wellbeing: outcome.weighedWellbeing ?? '',
      risk: outcome.weighedRisk ?? '',
    },
  }
}

/** Whether the child was looked after on a day, by the spells of the line. */
export function isLookedAfterOn(child: ChildLine, on: PlainDate): boolean {
  return child.circumstances.some(
    spell =>
      spell.kind === 'care-status' &&
      spell.withdrawnOn === undefined &&
      isLookedAfter(spell.value) &&
      isOnOrBefore(plainDate(spell.startedOn), on) &&
      (spell.endedOn === undefined || !isOnOrBefore(plainDate(spell.endedOn), on)),
  )
}

function checksBefore(referral: Referral, decidedOn: PlainDate): DecisionEvidence['checks'] {
  return referral.checks
    .toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1))
    .map(check => ({ kind: check.kind, result: check.result, on: plainDate(check.checkedOn) }))
    .filter(check => isOnOrBefore(check.on, decidedOn))
}

function panelOf(outcome: Outcome, known: KnownRecords): DecisionEvidence['panel'] {
  const { panelId } = outcome
  const panel = panelId === undefined ? undefined : known.panels.get(panelId)
  if (panelId === undefined || panel === undefined) return null
  return {
    id: panelId,
    heldOn: plainDate(panel.heldOn),
    attendances: panel.attendances.map(({ agency, attended, reason }) => ({
      agency,
      attended,
      reason: reason ?? null,
    })),
  }
}

function assessmentOf(child: ChildLine, referralId: string): DecisionEvidence['assessment'] {
  const assessment = child.assessments
    .filter(one => one.referralId === referralId)
    .toSorted((a, b) => (a.startedOn < b.startedOn ? -1 : 1))
    .at(-1)
  if (assessment === undefined) return null
  return {
    id: assessment.id,
    form: assessment.form,
    completedOn: plainDateOrNull(assessment.completedOn),
    countersignedOn: plainDateOrNull(assessment.countersignedOn),
    judged: assessment.judgements.filter(one => one.reasons.trim() !== '').map(one => one.kind),
  }
}

/** The last one before the decision; where all came later, the first of those, so that the guard can say so. */
function explanationOf(referral: Referral, decidedOn: PlainDate): DecisionEvidence['explanation'] {
  const inOrder = referral.explanations
    .toSorted((a, b) => (a.explainedOn + a.recordedAt < b.explainedOn + b.recordedAt ? -1 : 1))
    .map(one => ({ ...one, on: plainDate(one.explainedOn) }))
  return inOrder.findLast(one => isOnOrBefore(one.on, decidedOn)) ?? inOrder[0] ?? null
}

/** What was agreed for the child, earliest first, with who granted it. */
export function agreementsOf(child: ChildLine, known: KnownRecords): GrantedAgreement[] {
  return child.ruleAgreements
    .toSorted((a, b) => (a.grantedOn + a.recordedAt < b.grantedOn + b.recordedAt ? -1 : 1))
    .map(one => ({
      id: one.id,
      ruleId: one.ruleId,
      subjectId: one.subjectId,
      grantedOn: plainDate(one.grantedOn),
      untilOn: plainDateOrNull(one.untilOn),
      grantedBy: known.staff.get(one.grantedBy)?.name ?? '',
      grantedById: one.grantedBy,
      reason: one.reason,
    }))
}

function plainDateOrNull(text: string | undefined): PlainDate | null {
  return text === undefined ? null : plainDate(text)
}
