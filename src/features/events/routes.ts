import type { AlongsideRoute } from '../page.ts'
import { eventPage } from './event.ts'
import { eventsPage } from './events.ts'
import { newEventPage } from './new-event.ts'
import { withdrawEventPage } from './withdraw-event.ts'

export const eventsRoutes: readonly AlongsideRoute[] = [
  { url: '/children/:childId/events', page: eventsPage },
  { url: '/children/:childId/events/new', page: newEventPage },
  { url: '/children/:childId/events/:eventId', page: eventPage },
  { url: '/children/:childId/events/:eventId/withdraw', page: withdrawEventPage },
]
