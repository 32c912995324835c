import { z } from 'zod'
import { answer } from './assessment-and-outcome.ts'
import { date, id, instant, text, whole } from './fields.ts'

export const toolResult = z
  .strictObject({
    id,
    eventId: id
      .optional()
      .meta({ description: 'The event that was recorded together with it, which the rules read.' }),
    tool: text,
    toolVersion: whole,
    doneOn: date,
    answers: z
      .record(text, answer)
      .meta({ description: 'What was found, by the keys of the tool’s questions.' }),
    withdrawnOn: date.optional(),
    withdrawnBecause: text.optional(),
    recordedAt: instant,
    recordedBy: id.optional(),
  })
  .refine(
    one => (one.withdrawnOn === undefined) === (one.withdrawnBecause === undefined),
    'says when it was withdrawn and why, or neither',
  )
