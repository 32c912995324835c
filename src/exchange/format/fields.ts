import { z } from 'zod'

/** A value of a field: what JSON can hold, and nothing else. */
export type Value =
  string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value }

/** Ids are kept as they are, so that a record is the same record on both sides. */
export const id = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u, 'is not an id (a UUID in lower case)')
  .meta({ id: 'id', description: 'A UUID in lower case; kept for ever.' })

export const date = z.iso
  .date('is not a day like 2026-03-01')
  .regex(/^(19|20)\d\d-/u, 'is not a day from 1900 to 2099')
  .meta({ id: 'date', description: 'A day on the calendar, with no time and no time zone.' })

/** One way to write a moment: seconds always, and as many digits after them as are needed, six at most. */
export const instant = z.iso
  .datetime('is not a moment like 2026-03-01T09:30:00Z')
  .regex(
    /^(19|20).{8}T\d\d:\d\d:\d\d(\.\d{0,5}[1-9])?Z$/u,
    'is not a moment in UTC like 2026-03-01T09:30:00Z, with no more digits than needed',
  )
  .meta({
    id: 'instant',
    description:
      'A moment in UTC, to the microsecond at most, without zeros at the end of a fraction.',
  })

export const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'is not a time like 14:30')
  .meta({ id: 'time', description: 'A time of day in London, 24 hours.' })

/** Words as they were written. The database cannot keep a zero character nor half of a pair. */
export const text = z
  .string()
  .refine(
    words => !words.includes('\0') && words.isWellFormed(),
    'has a character that cannot be kept',
  )
  .meta({ id: 'text', description: 'Words as they were written, without the character U+0000.' })

export const whole = z.int('is not a whole number').min(0).max(2_147_483_647)

export const yesOrNo = z.boolean('is neither true nor false')

/** One code of a list of the vocabulary. */
export function code<const List extends Readonly<Record<string, unknown>>>(list: List) {
  const codes = Object.keys(list) as (keyof List & string)[]
  return z.enum(codes, { error: `is not one of: ${codes.join(', ')}` })
}
