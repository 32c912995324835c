import { isAfter, isOnOrBefore } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { AgreementFact } from './case-facts.ts'
import type { Reason } from './rule.ts'

/**
 * The agreement that covers a step under a rule on a day, or undefined.
 *
 * @param asOf inclusive: an agreement covers the day on which it is granted and its last day
 */
export function agreementFor(
  agreements: readonly AgreementFact[],
  about: { readonly ruleId: string; readonly subjectId: string },
  asOf: PlainDate,
): AgreementFact | undefined {
  return agreements.findLast(
    agreement =>
      agreement.ruleId === about.ruleId &&
      agreement.subjectId === about.subjectId &&
      isOnOrBefore(agreement.grantedOn, asOf) &&
      (agreement.untilOn === null || !isAfter(asOf, agreement.untilOn)),
  )
}

/**
 * The agreement that lets a step go on, given by somebody else than the person who takes it: nobody goes on by their own.
 *
 * @param step the day of the step, inclusive, and who takes it; null: nobody is named
 */
export function agreementByAnother(
  agreements: readonly (AgreementFact & { readonly grantedById: string })[],
  about: { readonly ruleId: string; readonly subjectId: string },
  step: { readonly on: PlainDate; readonly byId: string | null },
): AgreementFact | undefined {
  const byOthers = agreements.filter(({ grantedById }) => grantedById !== step.byId)
  return agreementFor(byOthers, about, step.on)
}

/** The agreement that excuses a duty, as a reason to show, or null. */
export function excusedBy(
  facts: { readonly agreements: readonly AgreementFact[] },
  ruleId: string,
  subjectId: string,
  asOf: PlainDate,
): Reason | null {
  const agreement = agreementFor(facts.agreements, { ruleId, subjectId }, asOf)
  if (agreement === undefined) return null
  return { text: `${agreement.grantedBy} agreed: ${agreement.reason}`, on: agreement.grantedOn }
}
