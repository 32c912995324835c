import { isOnOrBefore, type PlainDate } from '../calendar/plain-date.ts'
import type { CaseFacts } from './case-facts.ts'

/**
 * The case as the record would have shown it on a day: what happened later is taken away, so that yesterday's duties can be asked for
 * today and come out as they were.
 *
 * Contacts that are planned (no attendance yet) stay, whatever their day.
 *
 * @param asOf inclusive: what happened on that day is known
 */
export function factsAsOf(facts: CaseFacts, asOf: PlainDate): CaseFacts {
  const hasHappened = (on: PlainDate) => isOnOrBefore(on, asOf)
  const orNull = (on: PlainDate | null) => (on !== null && hasHappened(on) ? on : null)
  const { referral, intervention } = facts
  return {
    ...facts,
    referral: referral === null ? null : { ...referral, closedOn: orNull(referral.closedOn) },
    intervention:
      intervention === null || !hasHappened(intervention.startedOn)
        ? null
        : { ...intervention, endedOn: orNull(intervention.endedOn) },
    checks: facts.checks.filter(check => hasHappened(check.on)),
    events: facts.events.filter(event => hasHappened(event.on)),
    outcomes: facts.outcomes.filter(outcome => hasHappened(outcome.decidedOn)),
    allocations: facts.allocations
      .filter(allocation => hasHappened(allocation.startedOn))
      .map(allocation => ({ ...allocation, endedOn: orNull(allocation.endedOn) })),
    assessments: facts.assessments
      .filter(assessment => hasHappened(assessment.startedOn))
      .map(assessment => ({
        ...assessment,
        completedOn: orNull(assessment.completedOn),
        countersignedOn: orNull(assessment.countersignedOn),
      })),
    plans: facts.plans
      .filter(plan => hasHappened(plan.writtenOn))
      .map(plan => ({
        ...plan,
        reviewedOn: orNull(plan.reviewedOn),
        signatures: plan.signatures.filter(signature => hasHappened(signature.on)),
      })),
    contacts: facts.contacts.filter(
      contact => contact.attendance === null || hasHappened(contact.on),
    ),
    serviceAgreements: facts.serviceAgreements
      .filter(agreement => hasHappened(agreement.madeOn))
      .map(agreement => ({
        ...agreement,
        signatures: agreement.signatures.filter(signature => hasHappened(signature.on)),
      })),
    agreements: facts.agreements.filter(agreement => hasHappened(agreement.grantedOn)),
  }
}
