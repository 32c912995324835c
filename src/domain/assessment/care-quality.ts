import type { PlainDate } from '../calendar/plain-date.ts'
import type { GuardRule } from '../rules/rule.ts'
import { isQualityAssured } from './completed-assessments.ts'

/** What the guard reads, wherever an assessment is about to be relied on. */
export interface CareQualityFacts {
  readonly isLookedAfter: boolean
  /** Null: none is written yet. */
  readonly assessment: { readonly countersignedOn: PlainDate | null } | null
}

/**
 * OM-6.4-care-qa: for a child looked after, a manager has quality-assured the assessment.
 *
 * It stands in front of the decision out of court. In every pathway the duties that ask for a completed assessment count the same way:
 * `completedAssessments`.
 *
 * @source OM section 6.4
 */
export const careQualityGuard: GuardRule<CareQualityFacts> = {
  id: 'OM-6.4-care-qa',
  kind: 'guard',
  title: 'A manager has quality-assured the assessment of a child who is looked after',
  why: 'The council is this child’s parent. A second pair of eyes is the least that a parent would ask for.',
  citation: { source: 'OM', section: '6.4' },
  parameters: {},
  decide: ({ isLookedAfter, assessment }) => {
    if (!isLookedAfter) return { kind: 'not-applicable' }
    const countersignedOn = assessment?.countersignedOn ?? null
    if (isQualityAssured({ countersignedOn }, { isLookedAfter })) {
      const on = countersignedOn === null ? {} : { on: countersignedOn }
      return { kind: 'allowed', because: [{ text: 'A manager countersigned it', ...on }] }
    }
    const missing = ['Ask a manager to quality-assure and countersign the assessment.']
    return { kind: 'blocked', missing, mayAgree: null }
  },
}
