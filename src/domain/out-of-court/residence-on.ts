import { isAfter, isOnOrBefore } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { Facts } from '../circumstances/circumstance-kind.ts'
import type { Residence } from '../vocabulary/outcomes.ts'

interface AddressSpell {
  readonly facts: Facts
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
 * @interpretation Local unless the home that held on the day is recorded, or its note says, to be in another area. No home known counts as local:
 * the service that decides is the one that the police asked.
 */
export function residenceOn(addresses: readonly AddressSpell[], on: PlainDate): Residence {
  const home = addresses
    .filter(spell => isOnOrBefore(spell.startedOn, on))
    .filter(spell => spell.endedOn === null || isAfter(spell.endedOn, on))
    .toSorted((a, b) => a.startedOn.since(b.startedOn).sign)
    .at(-1)
  const area = home?.facts['area']
  if (area !== undefined) return area === 'other' ? 'other' : 'local'
  return elsewhere.test(home?.detail ?? '') ? 'other' : 'local'
}
