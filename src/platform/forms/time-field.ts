import { z } from 'zod'
import { withPlainDigits } from './digits.ts'
import type { Field, Optional, Required } from './field.ts'
import { requiredInput, singleInput } from './single-input.ts'

// 14:30, 14.30, 2.30pm, 2pm, 1430, 930: a bare hour without am or pm is too little to go by.
const written = /^(\d{1,2})(?:[:.]?(\d{2}))?(am|pm)?$/

/** A time of day, kept as `HH:MM` of 24 hours. `name` begins its messages: "Time of arrest". */
export function timeField(options: { readonly name: string } & Required): Field<string>
export function timeField(options: { readonly name: string } & Optional): Field<string | null>
export function timeField(
  options: { readonly name: string } & (Required | Optional),
): Field<string | null> {
  const { missing, name } = options
  const schema = z.string().transform((text, issues) => {
    const time = parseTimeOfDay(text)
    if (time !== undefined) return time
    issues.addIssue(`${name} must be a time, like 14:30 or 2:30pm`)
    return z.NEVER
  })
  const input = { schema, show: (time: string) => time }
  return missing === undefined
    ? singleInput({ ...input, missing })
    : requiredInput({ ...input, missing })
}

/** Reads a time of day however it is written; undefined when it is none, or may be two. */
export function parseTimeOfDay(text: string): string | undefined {
  const plain = withPlainDigits(text).toLowerCase()
  if (plain === 'midnight') return '00:00'
  if (plain === 'midday' || plain === 'noon') return '12:00'
  const match = written.exec(plain.replace(/\s/gu, '').replace(/([ap])\.m\.?$/, '$1m'))
  if (!match) return undefined
  const [, hours, minutes, half] = match
  if (minutes === undefined && half === undefined) return undefined
  const hour = hourOfDay(Number(hours), half)
  const minute = Number(minutes ?? 0)
  if (hour === undefined || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

function hourOfDay(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined
  if (hour < 1 || hour > 12) return undefined
  return (hour % 12) + (half === 'pm' ? 12 : 0)
}
