import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { addDays, isBefore } from '#domain/calendar/plain-date.ts'
import type { Signatory } from '#domain/vocabulary/work.ts'
import { documentHash } from '#records/document-hash.ts'
import { general } from '../words/people.ts'
import type { CaseLife } from './case-life.ts'
import { visitDay } from './contacts.ts'
import { note, recordedAt } from './making.ts'

/** A signature under a plan or a service agreement, with the fingerprint of what was signed. */
export function sign(
  life: CaseLife,
  about: {
    readonly planId?: string
    readonly serviceAgreementId?: string
    readonly contentHash: string
    readonly signatory: Signatory
    readonly on: PlainDate
  },
): void {
  const { making, random, known, worker, manager } = life
  const id = random.uuid()
  const names = {
    child: `${known.child.givenName} ${known.child.familyName}`,
    'parent-or-carer': known.parent.name,
    manager: manager.name,
  }
  making.rows.signatures.push({
    id,
    childId: known.child.id,
    planId: about.planId ?? null,
    serviceAgreementId: about.serviceAgreementId ?? null,
    signatory: about.signatory,
    signedName: names[about.signatory],
    signedOn: about.on,
    method: about.signatory === 'manager' || random.chance(0.5) ? 'typed' : 'paper',
    contentHash: about.contentHash,
    recordedBy: about.signatory === 'manager' ? manager.id : worker.id,
    recordedAt: recordedAt(about.on, 16),
  })
  note(making, about.on, {
    staffId: about.signatory === 'manager' ? manager.id : worker.id,
    action: about.planId === undefined ? 'service-agreement.signed' : 'plan.signed',
    childId: known.child.id,
    subjectId: about.planId ?? about.serviceAgreementId ?? id,
  })
}

/** The service agreement, made and mostly signed at the first visit. */
export function makeServiceAgreement(life: CaseLife): void {
  const { making, random, plan, known, worker } = life
  const madeOn = visitDay(life)
  if (plan.agreement === 'none' || plan.visit !== 'done') return
  if (!isBefore(madeOn, addDays(making.today, 0))) return
  const id = random.uuid()
  const childId = known.child.id
  const whatWePromise = general.agreement
  making.rows.serviceAgreements.push({
    id,
    childId,
    madeOn,
    whatWePromise,
    recordedBy: worker.id,
    recordedAt: recordedAt(madeOn, 15),
  })
  const audit = { staffId: worker.id, action: 'service-agreement.made', childId, subjectId: id }
  note(making, madeOn, audit)
  const document = 'service-agreement'
  const contentHash = documentHash({
    document,
    id,
    childId,
    madeOn: madeOn.toString(),
    whatWePromise,
  })
  const about = { serviceAgreementId: id, contentHash, on: madeOn }
  if (plan.agreement === 'signed') sign(life, { ...about, signatory: 'child' })
  sign(life, { ...about, signatory: 'parent-or-carer' })
}
