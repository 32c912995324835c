import { isAfter } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { DutyRule } from '../rules/rule.ts'

/** Levels of contact under a court order, lightest first. */
export const scaledLevels = {
  standard: 'Standard',
  enhanced: 'Enhanced',
  intensive: 'Intensive',
} as const
export type ScaledLevel = keyof typeof scaledLevels

/** What is known of the level of contact for a child under a court order. */
export interface ScaledApproachFacts {
  readonly orderId: string
  /** The assessment for the order; null until its author has completed it. */
  readonly assessment: {
    readonly completedOn: PlainDate
    readonly countersignedOn: PlainDate | null
  } | null
  /** What the manager recorded; null: nothing yet. */
  readonly level: {
    readonly decidedOn: PlainDate
    readonly suggested: ScaledLevel
    readonly decided: ScaledLevel
    /** Why it departs from the suggested level; null where nothing is written. */
    readonly reason: string | null
  } | null
}

/**
 * OM-3.1-scaled: with the countersignature the manager agrees the level of contact, or departs from it with a reason.
 *
 * @source OM section 3.1
 * @interpretation The day of the countersignature is the last day. A level that departs from the suggested one without a reason is not
 * recorded yet.
 */
export const scaledApproach: DutyRule<ScaledApproachFacts> = {
  id: 'OM-3.1-scaled',
  kind: 'duty',
  owedBy: 'manager',
  title: 'Agree the level of contact with the assessment, or say why it departs from it',
  why: 'How often a child must come decides how much of their week is ours. It is set by what the assessment says, not by habit.',
  citation: { source: 'OM', section: '3.1' },
  parameters: {},
  waitsFor: 'court',
  decide: ({ orderId, assessment, level }, asOf) => {
    if (assessment === null) return []
    const { completedOn, countersignedOn } = assessment
    const head = {
      subjectId: orderId,
      dueOn: countersignedOn,
      dueWords: 'with the countersignature',
    }
    const completed = { text: 'The assessment was completed', on: completedOn }
    if (level !== null && isRecorded(level)) {
      const text = `Level of contact: ${scaledLevels[level.decided].toLowerCase()}`
      return [{ ...head, state: 'met', because: [completed, { text, on: level.decidedOn }] }]
    }
    const isLate = countersignedOn !== null && isAfter(asOf, countersignedOn)
    return [{ ...head, state: isLate ? 'overdue' : 'open', because: [completed] }]
  },
}

function isRecorded(level: NonNullable<ScaledApproachFacts['level']>): boolean {
  return level.decided === level.suggested || (level.reason ?? '').trim() !== ''
}
