import { isAfter, isOnOrBefore } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { Residence } from '../vocabulary/outcomes.ts'

interface AddressSpell {
  readonly detail: string | null
  readonly startedOn: PlainDate
  /** The last day: on the day after, the child lives elsewhere. */
  readonly endedOn: PlainDate | null
}

const elsewhere = /\b(another|other|different) area\b|\bout of (area|county)\b/i

/**
 * Where the child lived for counting, on the day of an outcome.
 *
 * @param addresses homes in any order; the one that began last counts when several hold on the day
 * @source YJB-SQL "residence"
 * @interpretation Local unless the note of the home that held on the day says that it is in another area. No home known counts as local:
 * the service that decides is the one that the police asked.
 */
export function residenceOn(addresses: readonly AddressSpell[], on: PlainDate): Residence {
  const home = addresses
    .filter(spell => isOnOrBefore(spell.startedOn, on))
    .filter(spell => spell.endedOn === null || isAfter(spell.endedOn, on))
    .toSorted((a, b) => a.startedOn.since(b.startedOn).sign)
    .at(-1)
  return elsewhere.test(home?.detail ?? '') ? 'other' : 'local'
}
