import type { PlainDate } from '../calendar/plain-date.ts'

/** One subject (an outcome, an intervention, a child), what the measure made of it, and why. */
export interface SubjectRow {
  /** Unique among the rows of one answer. */
  readonly id: string
  readonly childId: string
  /** The outcome or intervention that the row is about. */
  readonly subjectId: string
  readonly on: PlainDate
  readonly answer: SubjectAnswer
  /** A plain sentence that holds no name. */
  readonly reason: string
  /** What the row is sorted under in breakdowns; `kind`, in words for readers, is always there. */
  readonly groups: SubjectGroups
}

/**
 * `counted`: in the numerator (and in the denominator, where there is one). `in-denominator`: looked at and not in the numerator.
 * `excluded`: outside the measure. `unknown`: the record does not say yet; in neither, and shown beside the figure.
 */
export type SubjectAnswer = 'counted' | 'in-denominator' | 'excluded' | 'unknown'

export type SubjectGroups = Readonly<Record<string, string>> & { readonly kind: string }

/** The rows with one of these answers. */
export function rowsAnswered(
  rows: readonly SubjectRow[],
  ...answers: readonly SubjectAnswer[]
): readonly SubjectRow[] {
  return rows.filter(row => answers.includes(row.answer))
}

/** The rows that a group value holds, for a breakdown. */
export function rowsInGroup(
  rows: readonly SubjectRow[],
  group: string,
  value: string,
): readonly SubjectRow[] {
  return rows.filter(row => row.groups[group] === value)
}
