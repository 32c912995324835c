import type { PanelDecision } from '../vocabulary/outcomes.ts'
import { outcomeKinds, panelDecisions } from '../vocabulary/outcomes.ts'
import { outcomeMeanings } from './outcome-meanings.ts'

/** A service's own name for a kind of outcome. */
interface LocalName {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly explanation: string
}

/** One thing that a panel can decide, as it is offered. */
export interface DecisionOption {
  /** Stands for the choice in a form: the kind, with the service's name where it has one. */
  readonly code: string
  readonly kind: PanelDecision
  readonly localName: string | null
  readonly name: string
  readonly explanation: string
}

/**
 * What this service's panel can decide, in the usual order: the service's own names where it has some for a kind, else the national one.
 *
 * @source OM section 6.2: divert and divert plus are this service's names over the national community resolution
 */
export function decisionOptions(localNames: readonly LocalName[]): DecisionOption[] {
  return panelDecisions.flatMap((kind): DecisionOption[] => {
    const ours = localNames.filter(local => local.kind === kind)
    if (ours.length === 0) {
      const { inOneLine } = outcomeMeanings[kind]
      return [
        {
          code: kind,
          kind,
          localName: null,
          name: outcomeKinds[kind].name,
          explanation: inOneLine,
        },
      ]
    }
    return ours.map(({ id, name, explanation }) => ({
      code: `${kind}/${id}`,
      kind,
      localName: id,
      name,
      explanation,
    }))
  })
}

/** The name under which an outcome was decided: the service's own where it has one, else the national name. */
export function outcomeName(
  outcome: { readonly kind: keyof typeof outcomeKinds; readonly localName: string | null },
  localNames: readonly LocalName[],
): string {
  const ours = localNames.find(local => local.id === outcome.localName)
  return ours?.name ?? outcomeKinds[outcome.kind].name
}
