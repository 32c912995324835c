import { agreementByAnother } from '../rules/agreements.ts'
import type { GuardDecision, GuardRule } from '../rules/rule.ts'
import { notWritten } from './plan-draft.ts'
import type { PlanFacts } from './plan-guards.ts'

const ruleId = 'OM-16-restorative'

/**
 * OM-16-restorative: the plan has a restorative activity made for this child, with the choices that were offered.
 *
 * @source OM section 16, section 12.1
 * @interpretation Standard reparation is allowed where the plan says why. On a referral order, and for a child looked after, it is the
 * exception: there a manager agrees to it first, about this piece of work, and not the manager who writes the plan.
 */
export const planRestorative: GuardRule<PlanFacts> = {
  id: ruleId,
  kind: 'guard',
  title: 'The plan has a restorative activity made for this child',
  why: 'Putting things right works when it means something to the child. That needs a real choice.',
  citation: { source: 'OM', section: '16' },
  parameters: {},
  exception: {
    by: 'manager',
    what: 'Standard reparation in the plan of this child',
    untilQuestion: null,
    childAgrees: false,
  },
  decide: facts => {
    const missing = notSaid(facts)
    if (missing.length > 0) return { kind: 'blocked', missing, mayAgree: null }
    return isException(facts) ? decideException(facts) : { kind: 'allowed', because: [] }
  },
}

function notSaid(facts: PlanFacts): string[] {
  const isStandard = facts.restorativeKind === 'standard-reparation'
  return notWritten(facts, [
    'restorative',
    'restorativeKind',
    ...(isStandard ? (['restorativeReason'] as const) : []),
    'restorativeChoices',
  ])
}

function isException({ restorativeKind, isLookedAfter, outcomes }: PlanFacts): boolean {
  if (restorativeKind !== 'standard-reparation') return false
  return isLookedAfter || outcomes.some(({ kind }) => kind === 'referral-order')
}

function decideException(facts: PlanFacts): GuardDecision {
  const about = { ruleId, subjectId: facts.interventionId }
  const agreement = agreementByAnother(facts.agreements, about, facts)
  if (agreement !== undefined) {
    const text = `${agreement.grantedBy} agreed: ${agreement.reason}`
    return { kind: 'allowed', because: [{ text, on: agreement.grantedOn }] }
  }
  const who = facts.isLookedAfter ? 'a child who is looked after' : 'a referral order'
  const missing = `Choose an activity made for this child: standard reparation is the exception for ${who}.`
  return { kind: 'blocked', missing: [missing], mayAgree: 'manager' }
}
