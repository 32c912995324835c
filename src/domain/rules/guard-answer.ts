import type { PlainDate } from '../calendar/plain-date.ts'
import { agreementByAnother, agreementFor } from './agreements.ts'
import type { AgreementFact } from './case-facts.ts'
import type { GuardDecision, GuardRule, Reason } from './rule.ts'

/** A step that somebody wants to take, with what was agreed about it. */
export interface Step {
  /** The record that the step is about, which an agreement names. */
  readonly id: string
  /** The member of staff who takes the step: their own agreement does not count. */
  readonly takenById: string
  readonly agreements: readonly (AgreementFact & { readonly grantedById: string })[]
}

/** Allowed when nothing is missing; else blocked, and nobody may agree to go on without it. */
export function guardAnswer(missing: readonly string[], because: readonly Reason[]): GuardDecision {
  if (missing.length === 0) return { kind: 'allowed', because }
  return { kind: 'blocked', missing, mayAgree: null }
}

/**
 * What a guard says where something is missing and its rule names who may agree to go on without it.
 *
 * @param asOf the day of the step, inclusive
 */
export function unlessAgreed(
  { id, exception }: Pick<GuardRule<never>, 'id' | 'exception'>,
  step: Step,
  { missing, asOf }: { readonly missing: readonly string[]; readonly asOf: PlainDate },
): GuardDecision {
  const about = { ruleId: id, subjectId: step.id }
  const agreement = agreementByAnother(step.agreements, about, { on: asOf, byId: step.takenById })
  if (agreement !== undefined) {
    const text = `${agreement.grantedBy} agreed: ${agreement.reason}`
    return { kind: 'allowed', because: [{ text, on: agreement.grantedOn }] }
  }
  const mayAgree = exception === undefined || exception.by === 'worker' ? null : exception.by
  if (agreementFor(step.agreements, about, asOf) === undefined) {
    return { kind: 'blocked', missing, mayAgree }
  }
  const own = 'Nobody goes on by their own agreement: somebody else has to take the step or agree.'
  return { kind: 'blocked', missing: [...missing, own], mayAgree }
}
