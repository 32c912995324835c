import { z } from 'zod'
import { londonTime } from '#domain/calendar/time.ts'
import { mayRecordContact } from '#domain/contacts/record-contact.ts'
import { may } from '#domain/access/permissions.ts'
import { findChild } from '#records/children.ts'
import { findContact, type Contact } from '#records/contacts.ts'
import { childBanner } from '../child-banner.ts'
import { idInUrl, page, type PageContext } from '../page.ts'
import { contactBody, contactTitle } from './contact.html.ts'
import { workUrl } from './work-url.ts'

export const contactInUrl = z.object({ childId: idInUrl, contactId: idInUrl })

export const contactPage = page({
  permission: 'contact.open',
  params: contactInUrl,
  load: async ({ scope, user }, { params }) => ({
    child: await findChild(scope, user, params.childId),
    contact: await findContact(scope, params),
  }),
  view: ({ child, contact }, _shown, context) => ({
    title: contactTitle(contact),
    identity: childBanner(child, context.today),
    backLink: workUrl(child.id, contact),
    body: contactBody(contact, stepsFor(contact, context)),
  }),
})

/** What this person may do about the contact now. */
function stepsFor(contact: Contact, { user, today }: PageContext) {
  const recording = whetherMayRecord(contact, { staffId: user.id, today })
  return {
    record: may(user.role, 'contact.record') ? recording.kind : 'no',
    move: may(user.role, 'contact.plan') && contact.attendance === null,
  }
}

/** Whether a person may record this contact, or change what they wrote. */
export function whetherMayRecord(
  { notedAt, notedBy }: Contact,
  asking: { readonly staffId: string; readonly today: PageContext['today'] },
) {
  const notedOn = notedAt === null ? null : londonTime(notedAt).date
  return mayRecordContact({ notedBy, notedOn }, asking)
}
