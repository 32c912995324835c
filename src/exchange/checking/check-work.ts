import { plainDate } from '#domain/calendar/plain-date.ts'
import { contactHappened } from '#domain/contacts/plan-contact.ts'
import { recordContact } from '#domain/contacts/record-contact.ts'
import { openIntervention } from '#domain/interventions/open-intervention.ts'
import type { ChildLine } from '../format/child-line.ts'
import type { Problem } from '../reading/problem.ts'
import type { Checking } from './known-records.ts'

type Contact = ChildLine['contacts'][number]
type Intervention = ChildLine['interventions'][number]

/** Whether work could have been opened as it is told. */
export function checkInterventions(child: ChildLine): Problem[] {
  return child.interventions.flatMap((work, index) => {
    const opening = openIntervention({
      kind: work.kind,
      startedOn: plainDate(work.startedOn),
      serves: work.outcomeIds,
      outcomes: child.outcomes.map(outcome => ({
        id: outcome.id,
        kind: outcome.kind,
        decidedOn: plainDate(outcome.decidedOn),
        referralId: outcome.referralId ?? null,
        hasOpenWork: hasOtherOpenWork(child, outcome.id, work),
      })),
      referral: referralOf(child, work),
    })
    if (opening.kind === 'open') return []
    return opening.problems.map(({ field, message }) => ({
      path: `interventions[${index}].${field === 'serves' ? 'outcomeIds' : field}`,
      rule: 'work',
      reason: message,
      rowId: work.id,
    }))
  })
}

/** Work that began earlier and was still open when this was opened. */
function hasOtherOpenWork(child: ChildLine, outcomeId: string, work: Intervention): boolean {
  return child.interventions.some(
    other =>
      other !== work &&
      other.outcomeIds.includes(outcomeId) &&
      other.startedOn < work.startedOn &&
      (other.endedOn === undefined || other.endedOn > work.startedOn),
  )
}

function referralOf(child: ChildLine, { referralId }: Intervention) {
  const referral = child.referrals.find(one => one.id === referralId)
  if (referral === undefined) return null
  // Opening the work is what closed it.
  return { id: referral.id, receivedOn: plainDate(referral.receivedOn), closedOn: null }
}

/** Whether contacts are recorded as the page would have let them be recorded. */
export function checkContacts(child: ChildLine, { today }: Checking): Problem[] {
  return child.contacts.flatMap((contact, index) => {
    const { attendance, plannedOn } = contact
    if (attendance === undefined) return []
    const on = plainDate(plannedOn)
    const { sawChild, sawParent } = contact
    const record = { on, today, attendance, sawChild, sawParent, note: contact.note ?? null }
    const problems = [recordContact(record), happenedInWork(child, contact)].flatMap(answer =>
      answer.kind === 'refused' ? answer.problems : [],
    )
    return problems.map(({ field, message }) => ({
      path: `contacts[${index}].${field === 'present' ? 'sawChild' : field}`,
      rule: 'contact',
      reason: message,
      rowId: contact.id,
    }))
  })
}

/** A contact that took place did so in the work that it is written under; one that did not may have been planned for later. */
function happenedInWork(child: ChildLine, contact: Contact): ReturnType<typeof contactHappened> {
  const work = child.interventions.find(one => one.id === contact.interventionId)
  if (work === undefined || contact.attendance !== 'attended') return { kind: 'belongs' }
  // The visit before the work opened may stand under it: it began with the referral.
  const referral = child.referrals.find(one => one.id === work.referralId)
  return contactHappened({
    on: plainDate(contact.plannedOn),
    work: {
      startedOn: plainDate(referral?.receivedOn ?? work.startedOn),
      endedOn: work.endedOn === undefined ? null : plainDate(work.endedOn),
    },
  })
}
