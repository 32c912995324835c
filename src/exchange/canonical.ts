import type { Answer, Value } from './format/fields.ts'

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
  if (typeof value === 'object') return sortedByKey(value as Record<string, Answer>, sortedAnswer)
  throw new TypeError(`The format cannot carry a ${typeof value}`)
}

/** The database keeps the keys of what it holds as JSON in an order of its own, those of rows within answers too. */
function sortedAnswer(answer: Answer): Answer {
  if (typeof answer === 'string') return answer
  const rows = answer.filter(part => typeof part !== 'string')
  return rows.length === 0 ? answer : rows.map(row => sortedByKey(row, text => text))
}

function sortedByKey<Part>(
  parts: Readonly<Record<string, Part>>,
  each: (part: Part) => Part,
): Record<string, Part> {
  const sorted = Object.entries(parts).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(sorted.map(([key, part]) => [key, each(part)]))
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
