import { z } from 'zod'
import { panelAgencies } from '#domain/vocabulary/work.ts'
import { code, date, id, text, time, yesOrNo } from './fields.ts'

export const attendance = z.strictObject({
  id,
  agency: code(panelAgencies),
  attended: yesOrNo,
  person: text.optional(),
  reason: text.optional(),
})

export const panel = z.strictObject({
  id,
  heldOn: date,
  startsAt: time,
  place: text,
  attendances: z.array(attendance).default([]),
})

/** A panel looks at several children, so it stands before them on a line of its own. */
export const panelLine = z
  .strictObject({ record: z.literal('panel'), ...panel.shape })
  .meta({ id: 'panel' })

export type Panel = z.output<typeof panel>
