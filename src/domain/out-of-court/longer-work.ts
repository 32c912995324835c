import { formatDate } from '../calendar/format-date.ts'
import { isAfter, latest, type PlainDate } from '../calendar/plain-date.ts'
import { agreementByAnother } from '../rules/agreements.ts'
import type { OutcomeFact } from '../rules/case-facts.ts'
import type { GuardDecision, GuardRule } from '../rules/rule.ts'
import type { GrantedAgreement } from './decision-facts.ts'

/** A step in a piece of work: a contact that is planned, a plan that is written. */
export interface LongerWorkFacts {
  readonly interventionId: string
  /** The outcomes that the work serves; none where it is free help. */
  readonly outcomes: readonly Pick<OutcomeFact, 'kind' | 'conditionsEndOn'>[]
  /** The day of the step: of the contact, or on which the plan is written. */
  readonly on: PlainDate
  /** Who takes the step. */
  readonly byId: string
  readonly agreements: readonly GrantedAgreement[]
}

const ruleId = 'OM-6.5-longer'

/**
 * OM-6.5-longer: work goes on beyond the end of its outcome only with the child's and a manager's agreement, for a length that is said.
 *
 * @source OM section 6.5
 * @interpretation An outcome ends with its conditions: where the record has no such day (a community resolution, a court order until the
 * court screens come) nothing has ended and the rule does not apply, nor to work that serves no outcome. The step is a contact planned
 * for a day after the last of these ends, or a plan written after it; what has happened is always recorded. The agreement is about the
 * work, says its last day (that is the expected length) and covers steps up to it.
 */
export const longerWorkGuard: GuardRule<LongerWorkFacts> = {
  id: ruleId,
  kind: 'guard',
  title: 'Work beyond the end of an outcome is agreed with the child and a manager',
  why: 'Help is welcome for as long as a child wants it. It must not become an order that nobody made and that has no end.',
  citation: { source: 'OM', section: '6.5' },
  parameters: {},
  exception: {
    by: 'manager',
    what: 'Work that goes on after the outcome has ended',
    untilQuestion: 'Until which day is the work expected to go on?',
    childAgrees: true,
  },
  decide: facts => {
    const endsOn = endOfOutcomes(facts)
    if (endsOn === null) return { kind: 'not-applicable' }
    if (!isAfter(facts.on, endsOn)) {
      return { kind: 'allowed', because: [{ text: 'The outcome runs until', on: endsOn }] }
    }
    return decideLonger(facts, endsOn)
  },
}

/** The day on which the last of the outcomes ends; null where one has no end that is known, or there is none. */
function endOfOutcomes({ outcomes }: LongerWorkFacts): PlainDate | null {
  const days = outcomes.flatMap(({ conditionsEndOn: end }) => (end === null ? [] : [end]))
  const [first, ...others] = days
  return first === undefined || days.length < outcomes.length ? null : latest(first, ...others)
}

function decideLonger(facts: LongerWorkFacts, endsOn: PlainDate): GuardDecision {
  const saysUntil = facts.agreements.filter(({ untilOn }) => untilOn !== null)
  const about = { ruleId, subjectId: facts.interventionId }
  const agreement = agreementByAnother(saysUntil, about, facts)
  if (agreement !== undefined) {
    const text = `${agreement.grantedBy} agreed: ${agreement.reason}`
    return { kind: 'allowed', because: [{ text, on: agreement.grantedOn }] }
  }
  const missing = `The outcome ended on ${formatDate(endsOn)}. Talk with the child about going on, and ask a manager to agree for how long.`
  return { kind: 'blocked', missing: [missing], mayAgree: 'manager' }
}
