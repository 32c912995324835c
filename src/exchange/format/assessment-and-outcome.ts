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

export const answer = z.union([text, z.array(text), z.array(z.record(text, text))])

export const assessment = z
  .strictObject({
    id,
    referralId: id.optional(),
    interventionId: id.optional(),
    reviewOf: id.optional(),
    form: text,
    formVersion: whole,
    deepens: id.optional().meta({
      description: 'The completed assessment that this one goes on from in a deeper form.',
    }),
    answers: z.record(text, answer).meta({
      description:
        'What was written, by the keys of the form’s questions; `own:` and an id for a question of the service’s own. Several codes are a list, and rows of small questions a list of what each says. `stillTrue` has a row for each spell of which nobody was sure, or of which a change was not written down yet: `spell` and `said` (`not-sure`, `changed`).',
    }),
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
  .refine(one => one.deepens !== one.id, 'goes on from itself')
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
