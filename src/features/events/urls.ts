import type { EventKind } from '#domain/vocabulary/events.ts'
import { childUrl } from '../children/urls.ts'

interface NewEvent {
  readonly kind: EventKind
  readonly topic?: string
  readonly aboutId?: string
  readonly interventionId?: string
  readonly referralId?: string
}

/** Records what happened, or what was done, with its kind already chosen. */
export function newEventUrl(childId: string, event: NewEvent): string {
  const given = {
    kind: event.kind,
    topic: event.topic,
    about: event.aboutId,
    intervention: event.interventionId,
    referral: event.referralId,
  }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined) query.set(name, value)
  }
  return `${childUrl(childId)}/events/new?${query.toString()}`
}
