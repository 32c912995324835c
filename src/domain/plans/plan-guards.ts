import type { GuardDecision, GuardRule } from '../rules/rule.ts'
import type { Refusal } from '../interventions/refused.ts'

/** A plan as it is about to be saved: what the guards in front of it read. */
export interface PlanDraft {
  readonly strengths: string
  readonly easierForYou: string
  readonly keepingSafe: string
  readonly contingency: string
  readonly restorative: string
  readonly exitPlan: string
}

type Section = keyof PlanDraft

/**
 * OM-4.1-strengths: the plan says what already works, how we make it easier for the child, and how everyone stays safe.
 *
 * @source OM section 4.1
 */
export const planStrengths = sectionsGuard(
  {
    id: 'OM-4.1-strengths',
    title: 'The plan says what works, how we make it easier, and how everyone stays safe',
    why: 'A plan that only lists what is wrong gives a child nothing to stand on. Strengths come first, and the service says what it will do.',
    citation: { source: 'OM', section: '4.1' },
  },
  {
    strengths: 'Write what the child is good at and what already works',
    easierForYou: 'Write what you will do to make it easier for the child: be specific',
    keepingSafe: 'Write what you will do to keep the child and others safe',
  },
)

/**
 * HMIP-2.2-contingency: the plan says who does what at once if things go wrong, and how the work will end.
 *
 * @source HMIP standard 2.2
 */
export const planContingency = sectionsGuard(
  {
    id: 'HMIP-2.2-contingency',
    title: 'The plan says who does what if things change, and how the work will end',
    why: 'When something goes wrong there is no time to think it through. And a child should know from the start how the work ends.',
    citation: { source: 'HMIP', section: '2.2' },
  },
  {
    contingency: 'Write at least one “if this happens”, and who does what at once',
    exitPlan: 'Write how the work will end and who is there for the child afterwards',
  },
)

/**
 * OM-16-restorative: the plan has a restorative activity made for this child, with the choices that were offered.
 *
 * @source OM section 16
 * @interpretation Standard reparation by exception, agreed by a manager, is not told apart yet: the section only has to be written.
 */
export const planRestorative = sectionsGuard(
  {
    id: 'OM-16-restorative',
    title: 'The plan has a restorative activity made for this child',
    why: 'Putting things right works when it means something to the child. That needs a real choice.',
    citation: { source: 'OM', section: '16' },
  },
  { restorative: 'Write the restorative activity and the choices that you offered' },
)

/** What is missing in a plan under any of the guards, in the order of the page. */
export function planMissing(draft: PlanDraft): (Refusal & { readonly field: Section })[] {
  const messages = {
    ...planStrengths.messages,
    ...planContingency.messages,
    ...planRestorative.messages,
  }
  const order: readonly Section[] = [
    'strengths',
    'easierForYou',
    'keepingSafe',
    'contingency',
    'restorative',
    'exitPlan',
  ]
  return order.flatMap(field => {
    const message = messages[field]
    return draft[field].trim() === '' && message !== undefined ? [{ field, message }] : []
  })
}

interface SectionsGuard extends GuardRule<PlanDraft> {
  /** What to say for each section that must be written. */
  readonly messages: Readonly<Partial<Record<Section, string>>>
}

function sectionsGuard(
  head: Pick<GuardRule<PlanDraft>, 'id' | 'title' | 'why' | 'citation'>,
  messages: Readonly<Partial<Record<Section, string>>>,
): SectionsGuard {
  return {
    ...head,
    kind: 'guard',
    parameters: {},
    messages,
    decide: draft => missingSections(draft, messages),
  }
}

function missingSections(
  draft: PlanDraft,
  messages: Readonly<Partial<Record<Section, string>>>,
): GuardDecision {
  const sections = Object.keys(messages) as Section[]
  const missing = sections.flatMap(section =>
    draft[section].trim() === '' ? [messages[section] ?? ''] : [],
  )
  return missing.length === 0
    ? { kind: 'allowed', because: [] }
    : { kind: 'blocked', missing, mayAgree: null }
}
