import { ageOn } from '../calendar/age.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { FamilyMember } from '../family/family.ts'
import { inLines } from './in-lines.ts'
import type { Place } from './layout.ts'
import { reachDown, usualSymbol, type GenogramSymbol } from './symbols.ts'

/** What the family changed about how one person is drawn. Null: as it would be without them. */
export interface GenogramPiece {
  readonly personId: string
  readonly place: Place | null
  readonly symbol: GenogramSymbol | null
  /** What stands in the box where the symbol is words; otherwise null. */
  readonly words: string | null
  /** What the family calls the person here. */
  readonly label: string | null
}

/** Half the width and height of a usual symbol. */
export const symbolRadius = 26
/** How much further out the second outline of the child's own symbol stands. */
export const doubledBy = 7
/** Half the width of a box with words, with the room that a label may take. */
export const halfLabel = 60
/** From one line of words to the next. */
export const lineHeight = 17

/** One person as they are drawn. */
export interface DrawnPerson extends Place {
  readonly id: string
  readonly name: string
  readonly symbol: GenogramSymbol
  readonly isTheChild: boolean
  readonly hasDied: boolean
  /** What stands inside the symbol: the age of somebody living, or words. One item a line. */
  readonly inside: readonly string[]
  /** The name beneath it, one item a line. */
  readonly nameLines: readonly string[]
  /** Years of birth and death of somebody who has died; otherwise null. */
  readonly years: string | null
}

/** Draws one person where the layout, or the family, put them. */
export function drawPerson(
  person: FamilyMember,
  place: Place,
  piece: GenogramPiece | undefined,
  today: PlainDate,
): DrawnPerson {
  const symbol = piece?.symbol ?? usualSymbol(person.sex)
  const name = piece?.label ?? person.name
  return {
    id: person.id,
    name,
    ...(piece?.place ?? place),
    symbol,
    isTheChild: person.isTheChild,
    hasDied: person.diedOn !== null,
    inside: symbol === 'words' ? inLines(piece?.words ?? '', 3) : ageInside(person, today),
    nameLines: inLines(name, 2),
    years: yearsOf(person),
  }
}

function ageInside({ bornOn, diedOn }: FamilyMember, today: PlainDate): string[] {
  return bornOn === null || diedOn !== null ? [] : [String(ageOn(bornOn, today))]
}

function yearsOf({ bornOn, diedOn }: FamilyMember): string | null {
  if (diedOn === null) return null
  return bornOn === null ? `died ${diedOn.year}` : `${bornOn.year} to ${diedOn.year}`
}

/** How far a person's symbol reaches down from its middle. */
export function symbolFoot({ symbol, isTheChild }: Pick<DrawnPerson, 'symbol' | 'isTheChild'>) {
  return Math.round((symbolRadius + (isTheChild ? doubledBy : 0)) * reachDown[symbol])
}

/** Where the words beneath somebody end. */
export function footOf(person: DrawnPerson): number {
  const lines = person.nameLines.length + (person.years === null ? 0 : 1)
  return person.y + symbolFoot(person) + 6 + lines * lineHeight
}
