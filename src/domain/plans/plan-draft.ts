import type { RestorativeKind } from '../vocabulary/work.ts'

/** A plan as it is about to be saved. A section that is not written is empty. */
export interface PlanDraft {
  readonly strengths: string
  readonly easierForYou: string
  readonly keepingSafe: string
  readonly contingency: string
  readonly restorative: string
  /** Null: not said. */
  readonly restorativeKind: RestorativeKind | null
  /** The choices that the child was offered. */
  readonly restorativeChoices: string
  /** Why standard reparation. */
  readonly restorativeReason: string
  readonly exitPlan: string
}

export type PlanSection = keyof PlanDraft

/** What to say where a section is not written, in the order of the page. */
export const sectionsWanted: Readonly<Record<PlanSection, string>> = {
  strengths: 'Write what the child is good at and what already works',
  easierForYou: 'Write what you will do to make it easier for the child: be specific',
  keepingSafe: 'Write what you will do to keep the child and others safe',
  contingency: 'Write at least one “if this happens”, and who does what at once',
  restorative: 'Write the restorative activity: how things will be put right',
  restorativeKind: 'Say what kind of restorative activity it is',
  restorativeReason: 'Write why it is standard reparation and nothing made for this child',
  restorativeChoices: 'Write which choices you offered to the child',
  exitPlan: 'Write how the work will end and who is there for the child afterwards',
}

/** What to say of those of these sections that are not written. */
export function notWritten(draft: PlanDraft, sections: readonly PlanSection[]): string[] {
  return sections
    .filter(section => (draft[section] ?? '').trim() === '')
    .map(section => sectionsWanted[section])
}
