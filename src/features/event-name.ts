import { eventKinds, topicsOf, type EventKind } from '#domain/vocabulary/events.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'

/** "Significant change: moved home or placement", "Genogram: drawn with the family", "Safety and Well-being Grid" */
export function eventName(kind: EventKind, topic: string | null): string {
  const { name } = eventKinds[kind]
  if (topic === null) return name
  const words = nameOf(topicsOf(kind), topic)
  return `${name}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`
}
