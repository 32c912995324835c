import { z } from 'zod'
import {
  careStatuses,
  circumstanceKinds,
  ethnicities,
  identifierKinds,
  relationshipKinds,
  sexes,
} from '#domain/vocabulary/children.ts'
import { assessment, outcome } from './assessment-and-outcome.ts'
import { code, date, id, instant, text, yesOrNo } from './fields.ts'
import { merge, notDuplicate } from './merging.ts'
import { offence, referral } from './referral.ts'
import {
  agreementRequest,
  allocation,
  caseEvent,
  contact,
  intervention,
  ruleAgreement,
  serviceAgreement,
} from './work.ts'

export const identifier = z.strictObject({ id, kind: code(identifierKinds), value: text })

export const circumstance = z
  .strictObject({
    id,
    kind: code(circumstanceKinds),
    value: text,
    detail: text.optional(),
    startedOn: date,
    endedOn: date.optional(),
    source: text,
    recordedAt: instant,
    recordedBy: id.optional(),
  })
  .refine(one => one.kind !== 'care-status' || Object.hasOwn(careStatuses, one.value), {
    path: ['value'],
    error: `is not one of: ${Object.keys(careStatuses).join(', ')}`,
  })

export const relationship = z.strictObject({
  id,
  kind: code(relationshipKinds),
  name: text,
  relatedChildId: id.optional(),
  hasParentalResponsibility: yesOrNo,
  livesWithChild: yesOrNo,
  phone: text.optional(),
  startedOn: date.optional(),
  endedOn: date.optional(),
})

export const share = z.strictObject({
  id,
  staffId: id,
  startedOn: date,
  endedOn: date.optional(),
  reason: text,
})

export const child = z.strictObject({
  id,
  givenName: text,
  familyName: text,
  knownAs: text.optional(),
  pronouns: text.optional(),
  bornOn: date,
  sex: code(sexes),
  ethnicity: code(ethnicities),
  ethnicityAskedOn: date.optional(),
  firstLanguage: text.optional(),
  needsInterpreter: yesOrNo,
  communication: text.optional(),
  whatMatters: text.optional(),
  bestWayToReach: text.optional(),
  originatingServiceId: text.optional(),
  recordedAt: instant,
  recordedBy: id.optional(),
  mergedIntoId: id.optional().meta({
    description:
      'The record of the same child that this one was merged into; everything stands there.',
  }),
  identifiers: z.array(identifier).default([]),
  circumstances: z.array(circumstance).default([]),
  relationships: z.array(relationship).default([]),
  shares: z.array(share).default([]),
  referrals: z.array(referral).default([]),
  offences: z
    .array(offence)
    .default([])
    .meta({ description: 'Those that came to court without a referral.' }),
  assessments: z.array(assessment).default([]),
  outcomes: z.array(outcome).default([]),
  interventions: z.array(intervention).default([]),
  allocations: z.array(allocation).default([]),
  serviceAgreements: z.array(serviceAgreement).default([]),
  contacts: z.array(contact).default([]),
  events: z.array(caseEvent).default([]),
  ruleAgreements: z.array(ruleAgreement).default([]),
  agreementRequests: z.array(agreementRequest).default([]),
  merges: z
    .array(merge)
    .default([])
    .meta({ description: 'Records that were merged into this one, also those parted again.' }),
  notDuplicates: z
    .array(notDuplicate)
    .default([])
    .meta({ description: 'Answers that another record is of another child.' }),
})

/** A child with everything recorded of them. */
export const childLine = z
  .strictObject({ record: z.literal('child'), ...child.shape })
  .meta({ id: 'child' })

export type ChildLine = z.output<typeof childLine>
