import type { EventKind } from '#domain/vocabulary/events.ts'

interface NewEvent {
  /** Chosen already when the page opens. */
  readonly kind?: EventKind
  /** A code of the kind's own topics. */
  readonly topic?: string
  /** The record that it is about. */
  readonly aboutId?: string
  readonly interventionId?: string
  readonly referralId?: string
}

/** Records what happened to a child or what was done; without a kind it is chosen first. */
export function newEventUrl(childId: string, event: NewEvent = {}): string {
  const query = new URLSearchParams()
  const put = (name: string, value: string | undefined) => {
    if (value !== undefined) query.set(name, value)
  }
  put('kind', event.kind)
  put('topic', event.topic)
  put('about', event.aboutId)
  put('intervention', event.interventionId)
  put('referral', event.referralId)
  const text = query.toString()
  return `${eventsUrl(childId)}/new${text === '' ? '' : `?${text}`}`
}

/** Everything that happened and was done, latest first. */
export function eventsUrl(childId: string): string {
  return `/children/${childId}/events`
}

/** One event: what it says, what was done about it, what may follow. */
export function eventUrl(childId: string, eventId: string): string {
  return `${eventsUrl(childId)}/${eventId}`
}
