interface NewEvent {
  /** A code of `eventKinds`. */
  readonly kind: string
  readonly topic?: string
  /** The record that it is about. */
  readonly aboutId?: string
  readonly interventionId?: string
  readonly referralId?: string
}

/** Records what happened to a child, or what was done, with what is known already filled in. */
export function newEventUrl(childId: string, event: NewEvent): string {
  const query = new URLSearchParams({ kind: event.kind })
  if (event.topic !== undefined) query.set('topic', event.topic)
  if (event.aboutId !== undefined) query.set('about', event.aboutId)
  if (event.interventionId !== undefined) query.set('intervention', event.interventionId)
  if (event.referralId !== undefined) query.set('referral', event.referralId)
  return `/children/${childId}/events/new?${query.toString()}`
}
