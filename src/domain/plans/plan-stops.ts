import { longerWorkGuard } from '../out-of-court/longer-work.ts'
import { askGuard } from '../rules/ask-guard.ts'
import type { Policy } from '../rules/policy.ts'
import type { GuardRule } from '../rules/rule.ts'
import { sectionsWanted, type PlanSection } from './plan-draft.ts'
import { planContingency, planStrengths, type PlanFacts } from './plan-guards.ts'
import { planRestorative } from './restorative-activity.ts'

/** Guards in front of a plan that is to be saved. */
export const planGuards: readonly GuardRule<PlanFacts>[] = [
  planStrengths,
  planContingency,
  planRestorative,
  longerWorkGuard,
]

/** What stops a plan from being saved. */
export interface PlanStop {
  readonly ruleId: string
  readonly message: string
  /** The section in which it is put right; null: it is not a matter of writing, somebody has to agree. */
  readonly section: PlanSection | null
}

const sections = Object.keys(sectionsWanted) as PlanSection[]

/**
 * What still stops a plan, asked of every guard in front of it.
 *
 * @returns in the order of the page, and last what somebody has to agree to; nothing: it may be saved
 */
export function planStops(facts: PlanFacts, policy: Policy): PlanStop[] {
  const placeOf = ({ section }: PlanStop) =>
    section === null ? sections.length : sections.indexOf(section)
  return planGuards
    .flatMap(guard => {
      const decision = askGuard(guard, facts, { asOf: facts.on, policy })
      if (decision.kind !== 'blocked') return []
      return decision.missing.map(message => ({
        ruleId: guard.id,
        message,
        section: about(message),
      }))
    })
    .toSorted((a, b) => placeOf(a) - placeOf(b))
}

function about(message: string): PlanSection | null {
  return sections.find(section => sectionsWanted[section] === message) ?? null
}
