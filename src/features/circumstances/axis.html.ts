import { formatDate } from '#domain/calendar/format-date.ts'
import { addMonths } from '#domain/calendar/months.ts'
import { earliest, latest, type PlainDate } from '#domain/calendar/plain-date.ts'
import { spellInLine, spellTitle } from '#domain/circumstances/describe-spell.ts'
import { circumstanceKindList } from '#domain/circumstances/kinds.ts'
import { circumstanceKinds } from '#domain/vocabulary/children.ts'
import type { Html } from '#platform/views/html.ts'
import { timeAxis } from '#platform/views/time-axis.ts'
import type { Circumstance } from '#records/circumstances.ts'

/** No further back than this: what began earlier is drawn from the edge. */
const longest = { months: 120 }
/** A year at least, so that a short history does not look long. */
const shortest = { months: 12 }

/** Every spell that was not withdrawn as a bar, a lane for each kind. */
export function circumstancesAxis(spells: readonly Circumstance[], today: PlainDate): Html {
  const first = earliest(today, ...spells.map(({ startedOn }) => startedOn))
  const from = latest(
    addMonths(today, -longest.months),
    earliest(first, addMonths(today, -shortest.months)),
  )
  const byKind = Map.groupBy(spells, ({ kind }) => kind)
  return timeAxis({
    id: 'spells',
    title: 'What was and is true, on one axis of time',
    description: 'Each bar is one of the lines of the table below, which says the same in words.',
    from,
    today,
    lanes: circumstanceKindList.flatMap(kind => {
      const ofKind = byKind.get(kind)
      return ofKind === undefined
        ? []
        : [{ name: circumstanceKinds[kind], bars: ofKind.map(barOf) }]
    }),
  })
}

function barOf(spell: Circumstance) {
  const { startedOn, endedOn } = spell
  return {
    label: spellTitle(spell),
    title: `${spellInLine(spell)}, ${fromTo(spell)}`,
    from: startedOn,
    to: endedOn,
  }
}

/** "from 3 March 2025", "from 3 March 2025 to 1 September 2025" */
export function fromTo({
  startedOn,
  endedOn,
}: Pick<Circumstance, 'startedOn' | 'endedOn'>): string {
  const to = endedOn === null ? '' : ` to ${formatDate(endedOn)}`
  return `from ${formatDate(startedOn)}${to}`
}
