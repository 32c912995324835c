import { plainDate } from '#domain/calendar/plain-date.ts'
import { contactHappened } from '#domain/contacts/plan-contact.ts'
import { recordContact } from '#domain/contacts/record-contact.ts'
import { openIntervention } from '#domain/interventions/open-intervention.ts'
import { longerWorkGuard } from '#domain/out-of-court/longer-work.ts'
import { askGuard } from '#domain/rules/ask-guard.ts'
import type { ChildLine } from '../format/child-line.ts'
import type { Problem } from '../reading/problem.ts'
import { isInHistory, type Checking } from './known-records.ts'
import { workFactsOf } from './work-facts-of-line.ts'

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

/** Whether contacts are planned and recorded as the page would have let them be. */
export function checkContacts(child: ChildLine, checking: Checking): Problem[] {
  const { today } = checking
  return child.contacts.flatMap((contact, index) => {
    const { attendance, plannedOn } = contact
    if (attendance === undefined) {
      return plannedProblems(child, contact, { path: `contacts[${index}].plannedOn`, checking })
    }
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

/** A contact that is only planned, and beyond the end of what the work serves, was agreed to. */
function plannedProblems(
  child: ChildLine,
  contact: Contact,
  { path, checking }: { readonly path: string; readonly checking: Checking },
): Problem[] {
  const work = child.interventions.find(one => one.id === contact.interventionId)
  const on = plainDate(contact.plannedOn)
  if (work === undefined || isInHistory(on, checking)) return []
  const facts = { ...workFactsOf(child, work, checking.known), on, byId: contact.staffId }
  const decision = askGuard(longerWorkGuard, facts, { asOf: on, policy: checking.policy })
  if (decision.kind !== 'blocked') return []
  const { id: rule } = longerWorkGuard
  return decision.missing.map(reason => ({ path, rule, reason, rowId: contact.id }))
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
