import type { Sex } from '../vocabulary/children.ts'
import type { ParentNature, PartnerStatus } from '../vocabulary/family.ts'

/** What a person can be drawn as. The first three are the usual ones; the others, and words, are there for families to choose. */
export const genogramSymbols = {
  square: 'Square',
  circle: 'Circle',
  diamond: 'Diamond',
  triangle: 'Triangle',
  hexagon: 'Hexagon',
  star: 'Star',
  heart: 'Heart',
  words: 'Words of your own',
} as const
export type GenogramSymbol = keyof typeof genogramSymbols

/** How far a symbol reaches down from its middle, in parts of its radius. */
export const reachDown: Readonly<Record<GenogramSymbol, number>> = {
  square: 1,
  circle: 1,
  diamond: 1.25,
  triangle: 0.95,
  hexagon: 1.15,
  star: 1.4,
  heart: 1.15,
  words: 1,
}

const usual: Readonly<Record<Sex, GenogramSymbol>> = {
  male: 'square',
  female: 'circle',
  'not-known': 'diamond',
}

/** The symbol by which someone is drawn while the family chooses no other. */
export function usualSymbol(sex: Sex): GenogramSymbol {
  return usual[sex]
}

/** Whom a usual symbol stands for, for the legend. */
export const symbolMeanings = {
  square: 'A man or a boy',
  circle: 'A woman or a girl',
  diamond: 'Not known or another gender',
} as const satisfies Partial<Record<GenogramSymbol, string>>

interface LineMeaning {
  /** What it looks like, for those who do not see the sample. */
  readonly look: string
  readonly meaning: string
}

/** What a line between two people says. `co-parents`: they have a child, and nobody recorded that they were a couple. */
export const coupleLines = {
  married: { look: 'A line', meaning: 'Married or in a civil partnership' },
  together: { look: 'A broken line', meaning: 'Together, not married' },
  separated: { look: 'A line with one stroke', meaning: 'Separated' },
  divorced: { look: 'A line with two strokes', meaning: 'Divorced' },
  'co-parents': { look: 'A dotted line', meaning: 'Have a child; no more is recorded' },
} as const satisfies Record<PartnerStatus | 'co-parents', LineMeaning>
export type CoupleLine = keyof typeof coupleLines

/** What a line from parents down to a child says. */
export const parentLines = {
  birth: { look: 'A line down', meaning: 'Child by birth' },
  adoptive: { look: 'A broken line down', meaning: 'Adopted' },
  foster: { look: 'A dotted line down', meaning: 'Fostered' },
  step: { look: 'Dashes and dots down', meaning: 'Stepchild' },
} as const satisfies Record<ParentNature, LineMeaning>
