import { z } from 'zod'
import {
  allocationRoles,
  attendances,
  contactKinds,
  feedbackVoices,
  interventionKinds,
  interventionResults,
  restorativeKinds,
  signatories,
  signatureMethods,
} from '#domain/vocabulary/work.ts'
import { eventKinds, isTopicOf } from '#domain/vocabulary/events.ts'
import { code, date, id, instant, text, time, whole, yesOrNo } from './fields.ts'

export const signature = z
  .strictObject({
    id,
    signatory: code(signatories),
    signedName: text,
    signedOn: date,
    method: code(signatureMethods),
    contentHash: text,
    recordedBy: id.optional(),
    recordedAt: instant,
  })
  .meta({ id: 'signature' })

export const planStep = z.strictObject({
  id,
  position: whole,
  goal: text,
  step: text,
  who: text,
  byWhen: date.optional(),
  progress: text.optional(),
})

export const plan = z.strictObject({
  id,
  previousPlanId: id.optional(),
  writtenOn: date,
  strengths: text,
  easierForYou: text,
  keepingSafe: text,
  contingency: text,
  restorative: text,
  restorativeKind: code(restorativeKinds).optional(),
  restorativeChoices: text.optional(),
  restorativeReason: text.optional(),
  exitPlan: text,
  authorId: id,
  reviewedOn: date.optional(),
  reviewChildView: text.optional(),
  reviewProgress: text.optional(),
  recordedAt: instant,
  steps: z.array(planStep).default([]),
  signatures: z.array(signature).default([]),
})

export const feedback = z.strictObject({
  id,
  voice: code(feedbackVoices),
  givenOn: date,
  whatHelped: text,
  whatToChange: text,
  recordedBy: id.optional(),
})

export const intervention = z
  .strictObject({
    id,
    referralId: id.optional(),
    kind: code(interventionKinds),
    startedOn: date,
    endedOn: date.optional(),
    result: code(interventionResults).optional(),
    achieved: text.optional(),
    recordedAt: instant,
    recordedBy: id.optional(),
    outcomeIds: z.array(id).default([]),
    plans: z.array(plan).default([]),
    feedback: z.array(feedback).default([]),
  })
  .meta({ id: 'intervention' })

export const allocation = z
  .strictObject({
    id,
    referralId: id.optional(),
    interventionId: id.optional(),
    staffId: id,
    startedOn: date,
    endedOn: date.optional(),
    recordedAt: instant,
    recordedBy: id.optional(),
    role: code(allocationRoles).default('lead'),
    reason: text.optional(),
  })
  .refine(
    one => (one.referralId === undefined) !== (one.interventionId === undefined),
    'names a referral or an intervention, one of the two',
  )

export const serviceAgreement = z.strictObject({
  id,
  madeOn: date,
  whatWePromise: text,
  recordedBy: id.optional(),
  recordedAt: instant,
  signatures: z.array(signature).default([]),
})

export const contact = z
  .strictObject({
    id,
    referralId: id.optional(),
    interventionId: id.optional(),
    staffId: id,
    kind: code(contactKinds),
    plannedOn: date,
    plannedTime: time.optional(),
    place: text.optional(),
    attendance: code(attendances).optional(),
    sawChild: yesOrNo,
    sawParent: yesOrNo,
    note: text.optional(),
    notedAt: instant.optional(),
    notedBy: id.optional(),
    recordedAt: instant,
    recordedBy: id.optional(),
  })
  .meta({ id: 'contact' })

/** What happened or what was done. The topic is one of the kind's own list. */
export const caseEvent = z
  .strictObject({
    id,
    referralId: id.optional(),
    interventionId: id.optional(),
    kind: code(eventKinds),
    topic: text.optional(),
    aboutId: id.optional(),
    happenedOn: date,
    reviewOn: date.optional(),
    people: text.optional(),
    note: text,
    withdrawnOn: date.optional(),
    withdrawnBecause: text.optional(),
    recordedAt: instant,
    recordedBy: id.optional(),
  })
  .refine(
    one => (one.referralId === undefined) !== (one.interventionId === undefined),
    'names a referral or an intervention, one of the two',
  )
  .refine(
    one => (one.withdrawnOn === undefined) === (one.withdrawnBecause === undefined),
    'says when it was withdrawn and why, or neither',
  )
  .refine(one => isTopicOf(one.kind, one.topic ?? null), 'has no such topic')

export const ruleAgreement = z.strictObject({
  id,
  ruleId: text,
  subjectId: id,
  grantedBy: id,
  grantedByRole: text,
  grantedOn: date,
  untilOn: date.optional(),
  reason: text,
  childAgrees: yesOrNo.optional(),
  recordedAt: instant,
})

/** What a worker asked somebody to agree to, and the answer. */
export const agreementRequest = z
  .strictObject({
    id,
    ruleId: text,
    subjectId: id,
    askedBy: id,
    askedOn: date,
    why: text,
    answeredBy: id.optional(),
    answeredOn: date.optional(),
    agreementId: id.optional(),
    declinedBecause: text.optional(),
    recordedAt: instant,
  })
  .refine(
    one =>
      (one.answeredBy === undefined) === (one.answeredOn === undefined) &&
      [one.agreementId, one.declinedBecause].filter(answer => answer !== undefined).length ===
        (one.answeredOn === undefined ? 0 : 1),
    'says who answered, when, and with which agreement or why not; or nothing of it',
  )
