import { z } from 'zod'
import type { Body, FormValues } from './field.ts'

const sentOnce = z.string()
const sentOften = z.array(z.string())

/** An input as it was sent: one text, or a list when it was sent more than once. Anything else is empty. */
export function sent(body: Body, input: string): string | readonly string[] {
  const value = Object.hasOwn(body, input) ? body[input] : ''
  const once = sentOnce.safeParse(value)
  if (once.success) return once.data
  const often = sentOften.safeParse(value)
  return often.success ? often.data : ''
}

/** What to show in a text input: the first text where several were sent. */
export function textOf(values: FormValues, input: string): string {
  return textsOf(values, input)[0] ?? ''
}

/** What to tick among checkboxes. */
export function textsOf(values: FormValues, input: string): readonly string[] {
  const value = Object.hasOwn(values, input) ? values[input] : undefined
  if (value === undefined || value === '') return []
  return typeof value === 'string' ? [value] : value
}

/** True when an input that belongs on the page once was sent more than once: no browser does that. */
export function wasRepeated(values: FormValues, input: string): boolean {
  return textsOf(values, input).length > 1
}
