import { z } from 'zod'
import {
  admissions,
  checkKinds,
  checkResults,
  offenceGroups,
  policeContacts,
  referralKinds,
} from '#domain/vocabulary/work.ts'
import { code, date, id, instant, text, yesOrNo } from './fields.ts'

export const offence = z
  .strictObject({
    id,
    title: text,
    offenceGroup: code(offenceGroups),
    cjsCode: text.optional(),
    occurredOn: date,
    recordedAt: instant,
  })
  .meta({ id: 'offence' })

export const detention = z.strictObject({
  id,
  station: text.optional(),
  arrivedAt: instant,
  releasedAt: instant.optional(),
  appropriateAdult: text.optional(),
})

export const check = z.strictObject({
  id,
  kind: code(checkKinds),
  result: code(checkResults),
  checkedOn: date,
  note: text,
  recordedAt: instant,
  recordedBy: id.optional(),
})

export const listing = z.strictObject({
  id,
  panelId: id,
  withdrawnOn: date.optional(),
  recordedAt: instant,
  recordedBy: id.optional(),
})

export const explanation = z.strictObject({
  id,
  explainedOn: date,
  explainedBy: id,
  how: text,
  childUnderstood: yesOrNo,
  childWords: text,
  parentName: text,
  parentUnderstood: yesOrNo,
  recordedAt: instant,
})

export const referral = z
  .strictObject({
    id,
    kind: code(referralKinds),
    receivedOn: date,
    referredBy: text,
    policeContact: code(policeContacts).optional(),
    admission: code(admissions).optional(),
    victimKnown: yesOrNo.optional(),
    whatHappened: text,
    closedOn: date.optional(),
    closedBecause: text.optional(),
    recordedAt: instant,
    recordedBy: id.optional(),
    detentions: z.array(detention).default([]),
    offences: z.array(offence).default([]),
    checks: z.array(check).default([]),
    listings: z.array(listing).default([]),
    explanations: z.array(explanation).default([]),
  })
  .meta({ id: 'referral' })
