import { compareDates } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { AssessmentFact, CaseFacts } from '../rules/case-facts.ts'
import { isOpenCase } from '../rules/case-facts.ts'
import type { GuardRule } from '../rules/rule.ts'
import { interventionKinds, type InterventionRoute } from '../vocabulary/work.ts'

/** An assessment that is about to be started. */
export interface StartingFacts {
  /** The assessment that the child already has in the same pathway, in another case that is open; null: none. */
  readonly current: {
    readonly id: string
    readonly completedOn: PlainDate | null
  } | null
  /** The assessment that the new one reviews; null: it begins from nothing. */
  readonly reviewOf: string | null
}

/**
 * HMIP-3.4-single: one assessment a child in a pathway; a second one is a review of the first.
 *
 * @source HMIP standard 3.4
 * @interpretation A pathway is out of court or court. What has ended does not count: a child who comes back after the work is closed is
 * assessed afresh.
 */
export const singleAssessmentGuard: GuardRule<StartingFacts> = {
  id: 'HMIP-3.4-single',
  kind: 'guard',
  title: 'One assessment for a child at a time: a second one is a review of the first',
  why: 'A child who has told their story should not be asked to begin again. What the panel read and what the work rests on is one text.',
  citation: { source: 'HMIP', section: '3.4' },
  parameters: {},
  decide: ({ current, reviewOf }) => {
    if (current === null) return { kind: 'not-applicable' }
    if (reviewOf === current.id && current.completedOn !== null) {
      return { kind: 'allowed', because: [{ text: 'It reviews the assessment before it' }] }
    }
    const missing =
      current.completedOn === null
        ? 'Another assessment of this child is being written. Complete it first, then review it here.'
        : 'This child has an assessment already. Start a review of it.'
    return { kind: 'blocked', missing: [missing], mayAgree: null }
  },
}

/** An assessment, and the work of the case that it was written in; null: nothing but a referral yet. */
export interface AssessmentInCase {
  readonly assessment: AssessmentFact
  readonly interventionId: string | null
}

/**
 * The assessment that the child has in a pathway, in another open case: the one started last; null where there is none.
 *
 * @param cases all open cases of the child
 */
export function currentAssessment(
  cases: readonly CaseFacts[],
  about: { readonly route: InterventionRoute; readonly exceptReferralId: string | null },
): AssessmentInCase | null {
  const found = cases
    .filter(isOpenCase)
    .filter(one => one.referral === null || one.referral.id !== about.exceptReferralId)
    .filter(one => routeOf(one) === about.route)
    .flatMap(({ assessments, intervention }) =>
      assessments.map(assessment => ({ assessment, interventionId: intervention?.id ?? null })),
    )
    .toSorted((a, b) => compareDates(a.assessment.startedOn, b.assessment.startedOn))
  return found.at(-1) ?? null
}

function routeOf({ intervention }: CaseFacts): InterventionRoute {
  return intervention === null ? 'out-of-court' : interventionKinds[intervention.kind].route
}
