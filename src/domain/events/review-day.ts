import type { EventKind } from '../vocabulary/events.ts'

const reviewDays: Partial<Record<EventKind, 'needed' | 'offered'>> = {
  'risk-strategy-meeting': 'needed',
  'exploitation-concern': 'offered',
  'exploitation-toolkit': 'offered',
  'exploitation-lowered': 'offered',
}

/**
 * Whether an event of this kind says when it is looked at again.
 *
 * @returns `needed`: it is not recorded without; null: it makes no sense
 * @source OM section 5.2 (a risk strategy meeting sets the day of its review), section 9.2 (toolkits are reviewed regularly)
 */
export function reviewDayOf(kind: EventKind): 'needed' | 'offered' | null {
  return reviewDays[kind] ?? null
}
