import { addMonths } from '../calendar/months.ts'
import { isAfter, plainDate } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { agreementFor, excusedBy } from '../rules/agreements.ts'
import type { CaseFacts, OutcomeFact } from '../rules/case-facts.ts'
import { parameterOn } from '../rules/rule.ts'
import type { DutyDecision, DutyRule, GuardRule, Parameter } from '../rules/rule.ts'
import type { DecisionFacts } from './decision-facts.ts'

const longest: Parameter = {
  name: 'Longest that conditions may run',
  unit: 'months',
  values: [{ from: plainDate('2013-04-08'), value: 3 }],
}

const head = {
  id: 'OM-6.3-ycc-length',
  title: 'Conditions of a conditional caution end within three months, unless a manager agrees',
  why: 'Conditions bind the child. They must be short; longer help is offered freely, with the child and a manager agreeing to it.',
  citation: { source: 'OM', section: '6.3' },
  parameters: { longest },
}

/** The last day on which conditions may end without an agreement. */
export function lastDayOfConditions(decidedOn: PlainDate): PlainDate {
  return addMonths(decidedOn, parameterOn(longest, decidedOn))
}

/**
 * OM-6.3-ycc-length as the worker meets it: work under a conditional caution ends in time.
 *
 * @source OM section 6.3
 */
export const conditionalCautionLength: DutyRule<CaseFacts> = {
  ...head,
  kind: 'duty',
  decide: (facts, asOf) =>
    facts.outcomes
      .filter(outcome => outcome.kind === 'youth-conditional-caution')
      .map(outcome => ({ subjectId: outcome.id, ...decideLength(facts, outcome, asOf) })),
}

function decideLength(
  facts: CaseFacts,
  outcome: OutcomeFact,
  asOf: PlainDate,
): Omit<DutyDecision, 'subjectId'> {
  const dueOn = lastDayOfConditions(outcome.decidedOn)
  const months = parameterOn(longest, outcome.decidedOn)
  const dueWords = `${months} months after the caution`
  const given = { text: 'The conditional caution was given', on: outcome.decidedOn }
  const endedOn = facts.intervention?.endedOn ?? null
  if (endedOn !== null) {
    const because = [given, { text: 'The work ended', on: endedOn }]
    return { state: 'met', dueOn, dueWords, because }
  }
  const excuse = excusedBy(facts, head.id, outcome.id, asOf)
  if (excuse !== null) return { state: 'excused', dueOn, dueWords, because: [given, excuse] }
  return { state: isAfter(asOf, dueOn) ? 'overdue' : 'open', dueOn, dueWords, because: [given] }
}

/**
 * OM-6.3-ycc-length where the caution is decided: conditions beyond the limit need a manager's agreement first.
 *
 * @source OM section 6.3
 */
export const conditionalCautionLengthGuard: GuardRule<DecisionFacts> = {
  ...head,
  kind: 'guard',
  decide: facts => {
    if (facts.decision !== 'youth-conditional-caution') return { kind: 'not-applicable' }
    const limit = lastDayOfConditions(facts.decidedOn)
    if (facts.conditionsEndOn === null) {
      const missing = ['Say on which day the conditions end.']
      return { kind: 'blocked', missing, mayAgree: null }
    }
    if (!isAfter(facts.conditionsEndOn, limit)) {
      return {
        kind: 'allowed',
        because: [{ text: 'The conditions end', on: facts.conditionsEndOn }],
      }
    }
    const about = { ruleId: head.id, subjectId: facts.referralId }
    const agreement = agreementFor(facts.agreements, about, facts.decidedOn)
    if (agreement !== undefined) {
      return { kind: 'allowed', because: [{ text: agreement.reason, on: agreement.grantedOn }] }
    }
    const missing = [
      `Let the conditions end by ${limit.toString()}, or ask a manager to agree to longer.`,
    ]
    return { kind: 'blocked', missing, mayAgree: 'manager' }
  },
}
