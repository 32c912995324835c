import type { Population } from './population.ts'
import type { SubjectRow } from './subject-row.ts'

/** What a figure counts: distinct children among its rows, or the rows themselves. */
export type Counted = 'children' | 'disposals' | 'interventions'

interface FigureHead {
  /** Unique within its measure, and stable: addresses and frozen returns hold it. */
  readonly id: string
  readonly label: string
  /** The heading that the figure stands under; null for the figures at the top. */
  readonly section: string | null
  readonly counts: Counted
  readonly numerator: number
  /** Exactly the rows behind the numerator. */
  readonly rowIds: readonly string[]
}

/** A number by itself. */
export interface CountFigure extends FigureHead {
  readonly kind: 'count'
  readonly denominator: null
}

/** A part of a whole; `numerator / denominator` is between 0 and 1. */
export interface ShareFigure extends FigureHead {
  readonly kind: 'share'
  readonly denominator: number
  /** Exactly the rows behind the denominator, those of the numerator among them. */
  readonly denominatorRowIds: readonly string[]
}

/** A number for every so many children of the area. */
export interface RateFigure extends FigureHead {
  readonly kind: 'rate'
  /** 100,000 for a rate per 100,000. */
  readonly per: number
  readonly denominator: number | 'unknown'
  /** Why there is no denominator, in plain words; null when there is one. */
  readonly unknownBecause: string | null
}

export type Figure = CountFigure | ShareFigure | RateFigure

/** What a figure is made of. Its numbers are always counted from rows and never given. */
export interface FigureParts {
  readonly id: string
  readonly label: string
  readonly section?: string
  readonly counts: Counted
  readonly of: readonly SubjectRow[]
}

/** A count of the rows, or of the children in them. */
export function countFigure(parts: FigureParts): CountFigure {
  return { ...headOf(parts), kind: 'count', denominator: null }
}

/**
 * A share of the rows in `outOf`.
 *
 * @param parts  `of` holds the numerator's rows; all of them must be among `outOf`
 */
export function shareFigure(
  parts: FigureParts & { readonly outOf: readonly SubjectRow[] },
): ShareFigure {
  return {
    ...headOf(parts),
    kind: 'share',
    denominator: numberIn(parts.outOf, parts.counts),
    denominatorRowIds: parts.outOf.map(row => row.id),
  }
}

/** A rate per `per` children of the area; its denominator is unknown, with the reason, where no population is recorded. */
export function rateFigure(
  parts: FigureParts & { readonly per: number; readonly population: Population | null },
): RateFigure {
  const { per, population } = parts
  return {
    ...headOf(parts),
    kind: 'rate',
    per,
    denominator: population?.childrenCount ?? 'unknown',
    unknownBecause:
      population === null
        ? 'The number of children aged 10 to 17 in the area is not recorded for a day up to the end of this period.'
        : null,
  }
}

/** The value to show: a whole number, a share from 0 to 1, or a rate; null when there is nothing to divide by. Not rounded. */
export function figureValue(figure: Figure): number | null {
  if (figure.kind === 'count') return figure.numerator
  if (figure.denominator === 'unknown' || figure.denominator === 0) return null
  const share = figure.numerator / figure.denominator
  return figure.kind === 'rate' ? share * figure.per : share
}

/** The rows that a figure counts, for the page that opens it. `denominator` is empty unless the figure is a share. */
export function rowsBehind(
  rows: readonly SubjectRow[],
  figure: Figure,
): { readonly numerator: readonly SubjectRow[]; readonly denominator: readonly SubjectRow[] } {
  return {
    numerator: rowsWithIds(rows, figure.rowIds),
    denominator: figure.kind === 'share' ? rowsWithIds(rows, figure.denominatorRowIds) : [],
  }
}

function headOf({ id, label, section, counts, of }: FigureParts): FigureHead {
  return {
    id,
    label,
    section: section ?? null,
    counts,
    numerator: numberIn(of, counts),
    rowIds: of.map(row => row.id),
  }
}

function numberIn(rows: readonly SubjectRow[], counts: Counted): number {
  return counts === 'children' ? new Set(rows.map(row => row.childId)).size : rows.length
}

function rowsWithIds(rows: readonly SubjectRow[], ids: readonly string[]): readonly SubjectRow[] {
  const wanted = new Set(ids)
  return rows.filter(row => wanted.has(row.id))
}
