import { agreementFor } from '../rules/agreements.ts'
import type { GuardRule } from '../rules/rule.ts'
import type { AllocationFacts, CaseToAllocate } from './allocation-facts.ts'

/**
 * HMIP-1.2-allocation: a case of high risk of harm goes to workers who are qualified for it, one of harmful sexual behaviour to two.
 *
 * @source HMIP standard 1.2
 * @interpretation The agreement is about the case, and is given before the work is.
 */
export const rightWorkerGuard: GuardRule<AllocationFacts> = {
  id: 'HMIP-1.2-allocation',
  kind: 'guard',
  title:
    'Work with a high risk of harm, or harmful sexual behaviour, goes to workers trained for it',
  why: 'It is not fair on a child, on others or on the worker to hold what nobody has prepared them for.',
  citation: { source: 'HMIP', section: '1.2' },
  parameters: {},
  exception: {
    by: 'head of service',
    what: 'Give this work to these workers all the same',
    untilQuestion: null,
    childAgrees: false,
  },
  decide: (facts, asOf) => {
    if (!isHighRisk(facts) && !facts.isHarmfulSexualBehaviour) return { kind: 'not-applicable' }
    const missing = [...supportRoleGaps(facts), ...twoWorkersGaps(facts)]
    if (missing.length === 0) {
      return { kind: 'allowed', because: [{ text: 'The workers are qualified for this work' }] }
    }
    const about = { ruleId: 'HMIP-1.2-allocation', subjectId: facts.caseId }
    const agreement = agreementFor(facts.agreements, about, asOf)
    if (agreement === undefined) return { kind: 'blocked', missing, mayAgree: 'head of service' }
    const text = `${agreement.grantedBy} agreed: ${agreement.reason}`
    return { kind: 'allowed', because: [{ text, on: agreement.grantedOn }] }
  },
}

/** True where the risk of harm was judged high or very high. */
export function isHighRisk({ riskOfHarm }: Pick<CaseToAllocate, 'riskOfHarm'>): boolean {
  return riskOfHarm === 'high' || riskOfHarm === 'very-high'
}

function supportRoleGaps(facts: AllocationFacts): string[] {
  if (!isHighRisk(facts) || facts.workers.every(worker => !worker.isSupportRole)) return []
  return [
    'Choose workers who are not in a support role: the risk of harm is judged high or very high.',
  ]
}

function twoWorkersGaps({ isHarmfulSexualBehaviour, workers }: AllocationFacts): string[] {
  if (!isHarmfulSexualBehaviour) return []
  const gaps: string[] = []
  if (workers.length < 2) {
    gaps.push('Choose a second worker: harmful sexual behaviour is held by two.')
  }
  if (!workers.some(worker => worker.isTrainedInHarmfulSexualBehaviour)) {
    gaps.push('Choose at least one worker who is trained in harmful sexual behaviour.')
  }
  return gaps
}
