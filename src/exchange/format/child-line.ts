import { z } from 'zod'
import { toolResult } from './tool-result.ts'
import { alertKinds } from '#domain/vocabulary/alerts.ts'
import {
  ethnicities,
  identifierKinds,
  relationshipKinds,
  sexes,
} from '#domain/vocabulary/children.ts'
import {
  disabilityAnswers,
  genders,
  nationalities,
  religions,
  sameAsRegistered,
  speechLanguageAnswers,
} from '#domain/vocabulary/identity.ts'
import { assessment, outcome } from './assessment-and-outcome.ts'
import { chronology } from './chronology.ts'
import { circumstance } from './circumstance.ts'
import { code, date, id, instant, text, yesOrNo } from './fields.ts'
import { genogramPiece } from './genogram-piece.ts'
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

export const identifier = z.strictObject({
  id,
  kind: code(identifierKinds),
  value: text,
  recordedAt: instant.optional(),
  recordedBy: id.optional(),
  withdrawnOn: date.optional(),
  withdrawnBecause: text.optional(),
})

export const alert = z.strictObject({
  id,
  kind: code(alertKinds),
  what: text,
  whatToDo: text,
  ownerId: id,
  startedOn: date,
  reviewOn: date,
  endedOn: date.optional(),
  endedBecause: text.optional(),
  recordedAt: instant,
  recordedBy: id.optional(),
})

export const relationship = z.strictObject({
  id,
  kind: code(relationshipKinds),
  personId: id,
  hasParentalResponsibility: yesOrNo,
  livesWithChild: yesOrNo,
  mayBeContacted: yesOrNo,
  note: text.optional(),
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
  middleNames: text.optional(),
  familyName: text,
  knownAs: text.optional(),
  pronouns: text.optional(),
  bornOn: date,
  sex: code(sexes),
  gender: code(genders).default('not-asked'),
  genderWords: text.optional(),
  genderAsRegistered: code(sameAsRegistered).default('not-asked'),
  ethnicity: code(ethnicities),
  ethnicityAskedOn: date.optional(),
  religion: code(religions).default('not-asked'),
  religionWords: text.optional(),
  nationality: code(nationalities).default('not-asked'),
  nationalityWords: text.optional(),
  firstLanguage: text.optional(),
  otherLanguages: text.optional(),
  needsInterpreter: yesOrNo,
  interpreterLanguage: text.optional(),
  disability: code(disabilityAnswers).default('not-asked'),
  disabilityWords: text.optional(),
  speechLanguageNeeds: code(speechLanguageAnswers).default('not-asked'),
  speechLanguageWords: text.optional(),
  communication: text.optional(),
  whatMatters: text.optional(),
  bestWayToReach: text.optional(),
  originatingServiceId: text.optional(),
  personId: id
    .optional()
    .meta({ description: 'The child as a person in families, where somebody has needed one.' }),
  recordedAt: instant,
  recordedBy: id.optional(),
  mergedIntoId: id.optional().meta({
    description:
      'The record of the same child that this one was merged into; everything stands there.',
  }),
  identifiers: z.array(identifier).default([]),
  alerts: z.array(alert).default([]),
  circumstances: z.array(circumstance).default([]),
  relationships: z.array(relationship).default([]),
  genogramPieces: z.array(genogramPiece).default([]),
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
  toolResults: z.array(toolResult).default([]),
  ruleAgreements: z.array(ruleAgreement).default([]),
  agreementRequests: z.array(agreementRequest).default([]),
  chronologies: z.array(chronology).default([]),
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
