import { formatDate } from '../calendar/format-date.ts'
import { isAfter, isBefore, plainDate } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { agreementFor, excusedBy } from '../rules/agreements.ts'
import type { CaseFacts, OutcomeFact } from '../rules/case-facts.ts'
import { deadline, type Deadline, type TimeLimit } from '../rules/deadline.ts'
import type { Asked } from '../rules/policy.ts'
import type { DutyDecision, DutyRule, GuardDecision, GuardRule, Reason } from '../rules/rule.ts'
import type { DecisionFacts } from './decision-facts.ts'

const longest: TimeLimit = {
  name: 'Longest that conditions may run',
  unit: 'months',
  values: [{ from: plainDate('2013-04-08'), value: 3 }],
  least: 1,
  most: 4,
}

/**
 * @interpretation Section 6.5 asks for the expected length of help that goes on and names no limit: beyond six months it is agreed again.
 */
const longerReach: TimeLimit = {
  name: 'Longest that one agreement to longer help reaches ahead',
  unit: 'months',
  values: [{ from: plainDate('2013-04-08'), value: 6 }],
  least: 1,
  most: 12,
}

const head = {
  id: 'OM-6.3-ycc-length',
  title: 'Conditions of a conditional caution end within three months, unless a manager agrees',
  why: 'Conditions bind the child. They must be short; longer help is offered freely, with the child and a manager agreeing to it.',
  citation: { source: 'OM', section: '6.3' } as const,
  parameters: { longest, longerReach },
  exception: {
    by: 'manager',
    what: 'Conditions that run for longer than three months',
    untilQuestion: 'Until which day may the conditions run?',
    childAgrees: true,
    reach: longerReach,
  } as const,
}

/** The last day on which conditions may end without an agreement. */
export function lastDayOfConditions(decidedOn: PlainDate, asked: Asked): Deadline {
  return deadline(longest, decidedOn, asked)
}

/**
 * OM-6.3-ycc-length as the worker meets it: work under a conditional caution ends in time.
 *
 * @source OM section 6.3
 * @interpretation Longer voluntary work is agreed under OM-6.5-longer, about the work: that agreement excuses this duty too, so that
 * nobody agrees to the same thing twice.
 */
export const conditionalCautionLength: DutyRule<CaseFacts> = {
  ...head,
  kind: 'duty',
  owedBy: 'case-manager',
  decide: (facts, asOf, policy) =>
    facts.outcomes
      .filter(outcome => outcome.kind === 'youth-conditional-caution')
      .map(outcome => ({
        subjectId: outcome.id,
        ...decideLength(facts, outcome, { asOf, policy }),
      })),
}

function decideLength(
  facts: CaseFacts,
  outcome: OutcomeFact,
  { asOf, policy }: Asked,
): Omit<DutyDecision, 'subjectId'> {
  const { dueOn, limit } = lastDayOfConditions(outcome.decidedOn, { asOf, policy })
  const dueWords = `${limit} after the caution`
  const given = { text: 'The conditional caution was given', on: outcome.decidedOn }
  const endedOn = facts.intervention?.endedOn ?? null
  if (endedOn !== null) {
    const because = [given, { text: 'The work ended', on: endedOn }]
    return { state: 'met', dueOn, dueWords, because }
  }
  const excuse = agreedLonger(facts, outcome, asOf)
  if (excuse !== null) return { state: 'excused', dueOn, dueWords, because: [given, excuse] }
  return { state: isAfter(asOf, dueOn) ? 'overdue' : 'open', dueOn, dueWords, because: [given] }
}

/**
 * A manager may have agreed to longer conditions before the caution, about the referral, or since, about the outcome; or to work that
 * goes on after it, about the work.
 */
function agreedLonger(facts: CaseFacts, outcome: OutcomeFact, asOf: PlainDate): Reason | null {
  const excuse = (ruleId: string, subjectId: string | undefined) =>
    subjectId === undefined ? null : excusedBy(facts, ruleId, subjectId, asOf)
  return (
    excuse(head.id, outcome.id) ??
    excuse(head.id, facts.referral?.id) ??
    excuse('OM-6.5-longer', facts.intervention?.id)
  )
}

/**
 * OM-6.3-ycc-length where the caution is decided: conditions beyond the limit need a manager's agreement first.
 *
 * @source OM section 6.3
 * @interpretation The agreement is about the referral, covers conditions up to its last day, and is not given by the person who decides
 * for the service.
 */
export const conditionalCautionLengthGuard: GuardRule<DecisionFacts> = {
  ...head,
  kind: 'guard',
  decide: (facts, asOf, policy) => {
    if (facts.decision !== 'youth-conditional-caution') return { kind: 'not-applicable' }
    const { conditionsEndOn } = facts
    if (conditionsEndOn === null) return blocked('Say on which day the conditions end.')
    if (isBefore(conditionsEndOn, facts.decidedOn)) {
      return blocked('The conditions must end on or after the day of the decision.')
    }
    const { dueOn: limit } = lastDayOfConditions(facts.decidedOn, { asOf, policy })
    if (!isAfter(conditionsEndOn, limit)) {
      return { kind: 'allowed', because: [{ text: 'The conditions end', on: conditionsEndOn }] }
    }
    return decideLonger(facts, conditionsEndOn, limit)
  },
}

function decideLonger(
  facts: DecisionFacts,
  conditionsEndOn: PlainDate,
  limit: PlainDate,
): GuardDecision {
  const about = { ruleId: head.id, subjectId: facts.referralId }
  const byOthers = facts.agreements.filter(one => one.grantedById !== facts.decidedByService?.id)
  const agreement = agreementFor(byOthers, about, facts.decidedOn)
  const covers = agreement?.untilOn == null || !isAfter(conditionsEndOn, agreement.untilOn)
  if (agreement !== undefined && covers) {
    const text = `${agreement.grantedBy} agreed: ${agreement.reason}`
    return { kind: 'allowed', because: [{ text, on: agreement.grantedOn }] }
  }
  if (agreement?.untilOn != null) {
    return blocked(
      `Longer conditions are agreed until ${formatDate(agreement.untilOn)}: let them end by then.`,
      'manager',
    )
  }
  if (agreementFor(facts.agreements, about, facts.decidedOn) !== undefined) {
    return blocked('Whoever agreed to longer conditions cannot also decide for the service.')
  }
  return blocked(
    `Let the conditions end by ${formatDate(limit)}, or ask a manager to agree to longer.`,
    'manager',
  )
}

function blocked(missing: string, mayAgree: 'manager' | null = null): GuardDecision {
  return { kind: 'blocked', missing: [missing], mayAgree }
}
