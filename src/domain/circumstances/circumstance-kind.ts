import type { CircumstanceKind } from '../vocabulary/children.ts'

/** Codes of a field with their names; some lists hold more about each code. */
export type CodeList = Readonly<Record<string, string | { readonly name: string }>>

/** What a field holds. `hours`: hours in a week, half hours as .5. Dates are kept as `2026-03-01`. */
export type FactType =
  | { readonly type: 'text' }
  | { readonly type: 'date' }
  | { readonly type: 'hours' }
  | { readonly type: 'code'; readonly codes: CodeList }

/** One question of a kind. */
export type FactField = FactType & {
  readonly id: string
  /** As a table names it: "Hours offered". */
  readonly name: string
  readonly question: string
  readonly hint?: string
  /** Said where a form leaves it empty; absent: it may be. */
  readonly missing?: string
  /** Asked too when something changed and nobody has time for the rest. */
  readonly atChange?: true
  /** Likely to stay as it is when the rest changes, so a form offers the old answer. */
  readonly carriesOver?: true
  /** How it reads in one line, `{}` being its name or number; absent: it is left out there. */
  readonly inLine?: string
  /** A question is raised until somebody has answered it. */
  readonly isExpected?: true
}

/** Where a day without a spell is worth a question. */
export type GapMatters = 'never' | 'always' | 'at-school-age'

/** A kind of circumstance as data: form, page, exchange format and checks are made of it. */
export interface KindDeclaration {
  readonly id: CircumstanceKind
  /** What each spell says before all else; kept in the column `value`. Its id is `value`. */
  readonly main: FactField & { readonly id: 'value'; readonly missing: string }
  readonly facts: readonly FactField[]
  /** Several may hold at once, as life has it; where not, an overlap is a question and never refused. */
  readonly several: boolean
  readonly gapMatters: GapMatters
  /** False: it says what was and ends by itself, so nobody is asked whether it is still true. */
  readonly goesStale: boolean
}

/** Facts of a spell by the id of their field: a text, a code, a day as `2026-03-01`, or a number of hours. */
export type Facts = Readonly<Record<string, string | number>>
