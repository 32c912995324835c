import type { Value } from './format/fields.ts'

/**
 * A value of the database as the format writes it: days and moments as text, what was written with its questions in order. The same
 * value is always written in the same way.
 */
export function canonicalValue(value: unknown): Value {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value
  }
  if (isDayOrMoment(value)) return value.toJSON()
  if (Array.isArray(value)) return value.map(canonicalValue)
  if (typeof value === 'object') {
    const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
    return Object.fromEntries(members.map(([key, member]) => [key, canonicalValue(member)]))
  }
  throw new TypeError(`The format cannot carry a ${typeof value}`)
}

function isDayOrMoment(value: unknown): value is { toJSON(): string } {
  return typeof value === 'object' && value !== null && 'toJSON' in value
}

/** For sorting by text as the machine sees it: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** For sorting numbers by size and everything else as text; what is missing comes first. */
export function compareValues(a: Value, b: Value): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return compareText(canonicalText(a), canonicalText(b))
}

/** A value as text, to tell records apart by it; nothing is the empty text. */
export function canonicalText(value: unknown): string {
  const canonical = canonicalValue(value) ?? ''
  return typeof canonical === 'object' ? JSON.stringify(canonical) : String(canonical)
}
