import { addMonths } from '../calendar/months.ts'
import { isAfter, isBefore, isOnOrBefore, latest, plainDate } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { CaseFacts, ServiceAgreementFact } from '../rules/case-facts.ts'
import { numberOn, type Policy } from '../rules/policy.ts'
import type { Asked } from '../rules/policy.ts'
import type { Parameter } from '../rules/parameter.ts'
import type { DutyDecision, DutyRule } from '../rules/rule.ts'
import { firstHomeVisit } from './first-visit.ts'

const standsFor: Parameter = {
  name: 'How long a signed agreement stands for further work',
  unit: 'months',
  values: [{ from: plainDate('2017-01-01'), value: 6 }],
  least: 1,
  most: 12,
}

/**
 * OM-2.1-agreement: child and parent or carer sign the service agreement at the first visit.
 *
 * One signed in the last months stands for a further conditional caution.
 *
 * @source OM section 2.1 and section 2.6
 * @interpretation The first visit is the first home visit that child and family took part in. "Further" is read as: the child has
 * a conditional caution in this case and the agreement was signed before the case was allocated. Re-sentenced orders join with the
 * court screens.
 */
export const serviceAgreement: DutyRule<CaseFacts> = {
  id: 'OM-2.1-agreement',
  kind: 'duty',
  owedBy: 'case-manager',
  title: 'Service agreement signed by the child and by a parent or carer, at the first visit',
  why: 'The agreement says what the service promises and what it asks. Signing it together makes the terms known from the first day.',
  citation: { source: 'OM', section: '2.1 and 2.6' },
  parameters: { standsFor },
  decide: (facts, asOf, policy) => {
    const allocation = facts.allocations.at(0)
    if (allocation === undefined) return []
    return [
      {
        subjectId: facts.caseId,
        ...decideAgreement(facts, allocation.startedOn, { asOf, policy }),
      },
    ]
  },
}

function decideAgreement(
  facts: CaseFacts,
  allocatedOn: PlainDate,
  { asOf, policy }: Asked,
): Omit<DutyDecision, 'subjectId'> {
  const visit = firstHomeVisit(facts)
  const dueOn = visit?.on ?? null
  const head = { dueOn, dueWords: 'at the first home visit' }
  const allocated = { text: 'The case was allocated', on: allocatedOn }
  const signed = facts.serviceAgreements.find(
    agreement => signedOn(agreement) !== null && !isBefore(agreement.madeOn, allocatedOn),
  )
  if (signed !== undefined) {
    return {
      ...head,
      state: 'met',
      because: [
        { text: 'Signed by child and parent or carer', on: signedOn(signed) ?? signed.madeOn },
      ],
    }
  }
  const standing = standingAgreement(facts, allocatedOn, policy)
  if (standing !== null) {
    const text = 'An agreement signed in the last months stands for this further caution'
    return { ...head, state: 'excused', because: [allocated, { text, on: standing }] }
  }
  const because =
    visit === undefined ? [allocated] : [allocated, { text: 'First home visit', on: visit.on }]
  return { ...head, state: dueOn !== null && isAfter(asOf, dueOn) ? 'overdue' : 'open', because }
}

function standingAgreement(
  facts: CaseFacts,
  allocatedOn: PlainDate,
  policy: Policy,
): PlainDate | null {
  if (!facts.outcomes.some(outcome => outcome.kind === 'youth-conditional-caution')) return null
  const months = numberOn(policy, standsFor, allocatedOn)
  for (const agreement of facts.serviceAgreements) {
    const on = signedOn(agreement)
    if (on !== null && isOnOrBefore(allocatedOn, addMonths(on, months))) return on
  }
  return null
}

/** The day on which the second of the two had signed, or null. */
function signedOn(agreement: ServiceAgreementFact): PlainDate | null {
  const dayOf = (who: 'child' | 'parent-or-carer') =>
    agreement.signatures.find(signature => signature.signatory === who)?.on
  const [child, parent] = [dayOf('child'), dayOf('parent-or-carer')]
  return child === undefined || parent === undefined ? null : latest(child, parent)
}
