import { z } from 'zod'
import { id, instant, text } from './fields.ts'

const side = z.enum(['kept', 'merged'])

const identityValues = z.record(text, z.union([text, z.number(), z.boolean(), z.null()]))

/** A field of two records that were merged: what each said, by column of the database, and which was taken. */
const mergedField = z.strictObject({
  field: text,
  kept: identityValues,
  merged: identityValues,
  chosen: side,
})

export const mergeRow = z.strictObject({
  id,
  tableName: text,
  columnName: text,
  rowId: id,
  wasOf: side,
})

export const merge = z.strictObject({
  id,
  mergedChildId: id,
  reason: text,
  fields: z.array(mergedField),
  mergedAt: instant,
  mergedBy: id,
  undoneAt: instant.optional(),
  undoneBy: id.optional(),
  undoneBecause: text.optional(),
  rows: z.array(mergeRow).default([]).meta({
    description:
      'Every record that named either child when they were merged, and whose it was: so that they can be parted.',
  }),
})

export const notDuplicate = z.strictObject({
  id,
  otherChildId: id,
  reason: text,
  answeredAt: instant,
  answeredBy: id,
})
