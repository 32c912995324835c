import { z } from 'zod'
import { chronologyPurposes } from '#domain/vocabulary/chronologies.ts'
import { code, date, id, instant, text } from './fields.ts'

/** Chosen from the child's record (`sourceKind`, as in `contact.held`, and `sourceId`), or written in with who says so. */
export const chronologyEntry = z
  .strictObject({
    id,
    happenedOn: date,
    sourceKind: text.optional(),
    sourceId: id.optional(),
    what: text.optional(),
    toldBy: text.optional(),
    whyItMatters: text.optional(),
    removedOn: date.optional(),
    recordedAt: instant,
    recordedBy: id.optional(),
  })
  .refine(
    one => (one.sourceKind === undefined) === (one.sourceId === undefined),
    'says of what kind its source is and which, or neither',
  )
  .refine(
    one => one.sourceKind !== undefined || (one.what !== undefined && one.toldBy !== undefined),
    'says what happened and who says so, where it was not chosen from the record',
  )

export const chronology = z
  .strictObject({
    id,
    copiedFromId: id.optional(),
    title: text,
    purpose: code(chronologyPurposes).optional(),
    audience: text.optional(),
    pattern: text.optional(),
    childView: text.optional(),
    startedOn: date,
    authorId: id,
    finishedOn: date.optional(),
    finishedBy: id.optional(),
    contentHash: text.optional(),
    recordedAt: instant,
    entries: z.array(chronologyEntry).default([]),
  })
  .refine(
    ({ finishedOn, finishedBy, contentHash }) =>
      new Set([finishedOn, finishedBy, contentHash].map(one => one === undefined)).size === 1,
    'says when it was finished, by whom and with which fingerprint, or nothing of it',
  )
  .refine(
    ({ finishedOn, entries }) =>
      finishedOn === undefined ||
      entries.every(({ what, removedOn }) => what !== undefined || removedOn !== undefined),
    'has the words of every entry, as it is finished',
  )
  .meta({ id: 'chronology' })
