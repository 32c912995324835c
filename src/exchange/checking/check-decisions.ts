import { isOnOrBefore, plainDate, type PlainDate } from '#domain/calendar/plain-date.ts'
import { recordDecision } from '#domain/out-of-court/record-decision.ts'
import { decisionGuards } from '#domain/out-of-court/out-of-court-rules.ts'
import { panelDecisions, type PanelDecision } from '#domain/vocabulary/outcomes.ts'
import type { ChildLine } from '../format/child-line.ts'
import type { Problem } from '../reading/problem.ts'
import { decisionFactsOf } from './decision-facts-of-line.ts'
import type { Checking } from './known-records.ts'

type Outcome = ChildLine['outcomes'][number]

/**
 * Whether every decision out of court has what the guards of the decision page ask for.
 *
 * History is the exception: a decision that names no panel, made on the last day of history or before.
 *
 * @interpretation docs/decisions/0007
 */
export function checkDecisions(child: ChildLine, checking: Checking): Problem[] {
  return child.outcomes.flatMap((outcome, index) => {
    const decision = panelDecisionOf(outcome)
    if (decision === null || isHistory(outcome, checking.historyUntil)) return []
    return decisionProblems(child, { outcome, decision, path: `outcomes[${index}]` }, checking)
  })
}

/** True for a decision that may come without its evidence. */
export function isHistory(outcome: Outcome, historyUntil: PlainDate | null): boolean {
  if (panelDecisionOf(outcome) === null || outcome.panelId !== undefined) return false
  return historyUntil !== null && isOnOrBefore(plainDate(outcome.decidedOn), historyUntil)
}

/** What a panel decides, or null for what only a court does. The kind says so: a court's name on a line opens no way round. */
function panelDecisionOf({ kind }: Outcome): PanelDecision | null {
  return panelDecisions.find(decision => decision === kind) ?? null
}

function decisionProblems(
  child: ChildLine,
  about: { readonly outcome: Outcome; readonly decision: PanelDecision; readonly path: string },
  { known, today, policy }: Checking,
): Problem[] {
  const { outcome, decision, path } = about
  const rowId = outcome.id
  const referral = child.referrals.find(one => one.id === outcome.referralId)
  if (referral === undefined) {
    const reason = 'is decided out of court and names no referral'
    return [{ path: `${path}.referralId`, rule: 'decision', reason, rowId }]
  }
  const others = child.outcomes.filter(one => one.referralId === referral.id && one !== outcome)
  const around = {
    receivedOn: plainDate(referral.receivedOn),
    // The decision itself may have closed it.
    isClosed: false,
    hasOutcome: others.length > 0,
    today,
    policy,
  }
  const facts = decisionFactsOf(child, { outcome, referral, decision }, known)
  const recording = recordDecision(facts, around, decisionGuards)
  if (recording.kind === 'allowed') return []
  return recording.stops.map(({ ruleId, field, message }) => ({
    path: field === 'decidedOn' ? `${path}.decidedOn` : path,
    rule: ruleId ?? 'decision',
    reason: message,
    rowId,
  }))
}
