import { isManagerRole } from '../access/permissions.ts'
import type { Role } from '../access/permissions.ts'
import { isAfter } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'

interface Withdrawing {
  readonly event: {
    readonly recordedBy: string | null
    /** The day on which it was written down, as clocks in London show it. */
    readonly recordedOn: PlainDate
    readonly withdrawnOn: PlainDate | null
  }
  readonly person: { readonly id: string; readonly role: Role }
  readonly today: PlainDate
}

/**
 * Why somebody may not withdraw an event that was recorded by mistake, or null when they may.
 *
 * @interpretation Who wrote it may take it back until the end of the day; after that a manager does. An event calls for duties or meets
 * them, so taking one back changes what is owed.
 */
export function whyNotWithdraw({ event, person, today }: Withdrawing): string | null {
  if (event.withdrawnOn !== null) return 'This is withdrawn already.'
  if (isManagerRole(person.role)) return null
  if (event.recordedBy !== person.id) {
    return 'Only who wrote this, or a manager, may withdraw it. Ask a manager.'
  }
  if (isAfter(today, event.recordedOn)) {
    return 'You could withdraw this on the day on which you wrote it. Ask a manager to do it now.'
  }
  return null
}
