import { outcomeKinds } from '../vocabulary/outcomes.ts'
import type { OutcomeKind, OutcomeTier } from '../vocabulary/outcomes.ts'
import type { InterventionKind } from '../vocabulary/work.ts'

const kindOfTier: Readonly<Record<Exclude<OutcomeTier, 'none'>, InterventionKind>> = {
  diversion: 'diversion',
  'pre-court': 'caution',
  'first-tier': 'court-order',
  community: 'court-order',
  custody: 'custody',
}

/**
 * The kind of work that usually follows these outcomes: that of the most serious one; null when none of them asks for work.
 */
export function suggestedKind(outcomes: readonly OutcomeKind[]): InterventionKind | null {
  const [most] = outcomes
    .filter(kind => outcomeKinds[kind].tier !== 'none')
    .toSorted((a, b) => outcomeKinds[b].rank - outcomeKinds[a].rank)
  if (most === undefined) return null
  if (most === 'youth-conditional-caution') return 'conditional-caution'
  const { tier } = outcomeKinds[most]
  return tier === 'none' ? null : kindOfTier[tier]
}
