import { z } from 'zod'
import { appealStatuses, outcomeKinds, residences } from '#domain/vocabulary/outcomes.ts'
import { judgementKinds, judgementLevels } from '#domain/vocabulary/work.ts'
import { code, date, id, instant, text, whole } from './fields.ts'

export const judgement = z.strictObject({
  id,
  kind: code(judgementKinds),
  level: code(judgementLevels),
  reasons: text,
})

export const assessment = z
  .strictObject({
    id,
    referralId: id.optional(),
    interventionId: id.optional(),
    reviewOf: id.optional(),
    form: text,
    formVersion: whole,
    answers: z.record(text, text).meta({ description: 'What was written, by question.' }),
    startedOn: date,
    completedOn: date.optional(),
    authorId: id,
    countersignedOn: date.optional(),
    countersignedBy: id.optional(),
    countersignNote: text.optional(),
    judgements: z.array(judgement).default([]),
  })
  .refine(
    one => one.countersignedBy !== one.authorId,
    'is countersigned by the person who wrote it',
  )
  .refine(
    one => (one.countersignedOn === undefined) === (one.countersignedBy === undefined),
    'names a day of countersigning without the person, or the other way round',
  )
  .meta({ id: 'assessment' })

export const outcome = z
  .strictObject({
    id,
    referralId: id.optional(),
    panelId: id.optional(),
    kind: code(outcomeKinds),
    localName: text.optional(),
    decidedOn: date,
    decidedByService: id.optional(),
    decidedByPolice: id.optional(),
    court: text.optional(),
    rationale: text.optional(),
    weighedDiversity: text.optional(),
    weighedSafety: text.optional(),
    weighedWellbeing: text.optional(),
    weighedRisk: text.optional(),
    conditionsEndOn: date.optional(),
    residence: code(residences),
    appeal: code(appealStatuses),
    recordedAt: instant,
    recordedBy: id.optional(),
    offenceIds: z.array(id).default([]),
  })
  .meta({ id: 'outcome' })
