import type { AlongsideRoute } from '../page.ts'
import { contactPage } from './contact.ts'
import { moveContactPage } from './move-contact.ts'
import { newContactPage } from './new-contact.ts'
import { recordContactPage } from './record-contact.ts'

export const contactsRoutes: readonly AlongsideRoute[] = [
  { url: '/children/:childId/contacts/new', page: newContactPage },
  { url: '/children/:childId/contacts/:contactId', page: contactPage },
  { url: '/children/:childId/contacts/:contactId/record', page: recordContactPage },
  { url: '/children/:childId/contacts/:contactId/move', page: moveContactPage },
]
