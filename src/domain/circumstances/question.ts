import type { PlainDate } from '../calendar/plain-date.ts'
import type { CircumstanceKind } from '../vocabulary/children.ts'
import type { Spell } from './spell.ts'

/** What would answer a question: a step with a spell that is there, or a new one of a kind. */
export type Mend =
  | { readonly how: 'correct' | 'end' | 'change'; readonly spellId: string }
  /** Asks the child and the family what of all this is still true. */
  | { readonly how: 'ask-again' }
  | { readonly how: 'add'; readonly kind: CircumstanceKind }

/**
 * Something that the record does not say, or says in two ways. A question for the worker: life may be like that, so nothing is refused.
 */
export interface RecordQuestion {
  readonly about: 'gap' | 'contradiction' | 'not-said' | 'stale'
  readonly text: string
  /** What can be done about it, the likeliest first. */
  readonly mends: readonly Mend[]
}

/** A spell with the days on which it was written down and last said again. */
export interface AskedSpell extends Spell {
  readonly recordedOn: PlainDate
  /** The last confirmation; null: none since it was recorded. */
  readonly confirmedOn: PlainDate | null
}
