import {
  addDays,
  compareDates,
  isAfter,
  isOnOrAfter,
  isOnOrBefore,
  type PlainDate,
} from '../calendar/plain-date.ts'
import { holdsOn, type Spell } from '../circumstances/spell.ts'
import type { EventKind } from '../vocabulary/events.ts'
import type { JudgementKind, JudgementLevel } from '../vocabulary/work.ts'

/** What the record holds of a child, as far as a judgement may have to answer it. */
export interface RecordToWeigh {
  /** Those that stand: nothing that was withdrawn. */
  readonly events: readonly {
    readonly kind: EventKind
    readonly topic: string | null
    readonly on: PlainDate
  }[]
  /** Those that stand, ended ones among them. */
  readonly spells: readonly Pick<Spell, 'kind' | 'value' | 'startedOn' | 'endedOn'>[]
  readonly offences: readonly { readonly title: string; readonly on: PlainDate }[]
  /** The judgements of the child's other completed assessments, each on the day of its completion. */
  readonly judgements: readonly {
    readonly kind: JudgementKind
    readonly level: JudgementLevel
    readonly on: PlainDate
  }[]
}

/** A fact that was found: what it is called, and the day that it is about. */
export interface FoundFact {
  /** The id of its declaration. */
  readonly id: string
  readonly words: string
  readonly on: PlainDate
}

/** What there is to weigh in each judgement. */
export type FactsToWeigh = Readonly<Record<JudgementKind, readonly FoundFact[]>>

/** A kind of fact that usually raises a judgement, and so has to be answered in it. It never sets a level. */
interface FactDeclaration {
  readonly id: string
  readonly words: string
  readonly bearsOn: readonly JudgementKind[]
  /** The days on which the record has it. */
  readonly find: (record: RecordToWeigh, asOf: PlainDate, kind: JudgementKind) => PlainDate[]
}

const likelihood = 'likelihood-of-reoffending'
const harm = 'risk-of-serious-harm'
const safety = 'safety-and-wellbeing'

/** A weapon in the title of an offence. @interpretation The record has no field for it; these words are in the titles of such offences. */
const weaponWords = /\b(?:weapons?|knife|knives|blades?|bladed|firearms?|guns?)\b/iu

/** How many new homes in a year are several. @interpretation No source gives a number. */
const severalMoves = 2

/**
 * Every kind of fact that is shown beside a judgement.
 *
 * @source HMIP: judging too low was the commonest fault that inspectors found
 * @interpretation Which facts, and on which judgements each bears, is ours. Events count however long ago they were: the writer says what
 * they mean now.
 */
export const factDeclarations: readonly FactDeclaration[] = [
  happened('self-harm', 'Self-harm', [safety], { kind: 'significant-change', only: 'self-harm' }),
  happened('emotional-wellbeing', 'Worry about emotional well-being', [safety], {
    kind: 'significant-change',
    only: 'emotional-wellbeing',
  }),
  happened('family-incident', 'A serious incident in the family', [safety], {
    kind: 'significant-change',
    only: 'family-incident',
  }),
  happened('exploitation-raised', 'Concern about exploitation raised', [safety, harm], {
    kind: 'exploitation-concern',
  }),
  happened('modern-slavery-signs', 'Signs of modern slavery', [safety], {
    kind: 'modern-slavery-signs',
  }),
  happened(
    'harmful-sexual-behaviour',
    'Information or allegation of harmful sexual behaviour',
    [harm],
    { kind: 'significant-change', only: 'harmful-sexual-behaviour' },
  ),
  happened('new-offence-alleged', 'A serious new offence alleged', [likelihood, harm], {
    kind: 'significant-change',
    only: 'new-offence-alleged',
  }),
  happened('serious-incident', 'Serious incident', [harm, safety], { kind: 'serious-incident' }),
  holds('exploitation-concern', 'Concern about exploitation, still standing', [safety, harm], {
    kind: 'exploitation-concern',
  }),
  holds('mental-health', 'Mental health need', [safety], { kind: 'mental-health' }),
  holds('child-protection-plan', 'Child protection plan', [safety], {
    kind: 'care-status',
    only: 'child-protection-plan',
  }),
  {
    id: 'weapon',
    words: 'A weapon in an offence',
    bearsOn: [harm, safety],
    find: ({ offences }) =>
      offences.filter(({ title }) => weaponWords.test(title)).map(({ on }) => on),
  },
  {
    id: 'several-moves',
    words: 'Moved home several times within a year, the latest',
    bearsOn: [safety, likelihood],
    find: latestOfSeveralMoves,
  },
  {
    id: 'judged-high-before',
    words: 'Judged high or very high before',
    bearsOn: [likelihood, harm, safety],
    find: ({ judgements }, _asOf, kind) =>
      judgements
        .filter(one => one.kind === kind && (one.level === 'high' || one.level === 'very-high'))
        .map(({ on }) => on),
  },
]

function happened(
  id: string,
  words: string,
  bearsOn: readonly JudgementKind[],
  event: { readonly kind: EventKind; readonly only?: string },
): FactDeclaration {
  const find = ({ events }: RecordToWeigh) =>
    events
      .filter(
        one => one.kind === event.kind && (event.only === undefined || one.topic === event.only),
      )
      .map(({ on }) => on)
  return { id, words, bearsOn, find }
}

function holds(
  id: string,
  words: string,
  bearsOn: readonly JudgementKind[],
  spell: { readonly kind: Spell['kind']; readonly only?: string },
): FactDeclaration {
  const find = ({ spells }: RecordToWeigh, asOf: PlainDate) =>
    spells
      .filter(
        one => one.kind === spell.kind && (spell.only === undefined || one.value === spell.only),
      )
      .filter(one => holdsOn(one, asOf))
      .map(({ startedOn }) => startedOn)
  return { id, words, bearsOn, find }
}

/** The first home in the record is no move; nor are two spells that began on one day two of them. */
function latestOfSeveralMoves({ spells }: RecordToWeigh, asOf: PlainDate): PlainDate[] {
  const homes = spells.filter(({ kind }) => kind === 'address').map(({ startedOn }) => startedOn)
  const days = [...new Map(homes.map(on => [on.toString(), on])).values()]
  const moves = days.filter(on => homes.some(other => isAfter(on, other)))
  const within = moves.filter(on => isOnOrAfter(on, addDays(asOf, -365)) && isOnOrBefore(on, asOf))
  return within.length < severalMoves ? [] : within.toSorted(compareDates).slice(-1)
}

/**
 * What the record holds that usually raises a judgement, for each of the three, latest first. It scores nothing and sets no level: the
 * writer says how it was weighed.
 *
 * @param asOf the day on which it is asked; what is recorded for a later day is left out
 */
export function factsToWeigh(record: RecordToWeigh, asOf: PlainDate): FactsToWeigh {
  const forKind = (kind: JudgementKind): FoundFact[] =>
    factDeclarations
      .filter(({ bearsOn }) => bearsOn.includes(kind))
      .flatMap(({ id, words, find }) => find(record, asOf, kind).map(on => ({ id, words, on })))
      .filter(({ on }) => isOnOrBefore(on, asOf))
      .toSorted((one, other) => compareDates(other.on, one.on))
  return { [likelihood]: forKind(likelihood), [harm]: forKind(harm), [safety]: forKind(safety) }
}
