import { z } from 'zod'
import type { Field, Optional, Required } from './field.ts'
import { requiredInput, singleInput } from './single-input.ts'

/** The values that may be chosen: a list, or an object whose keys they are (with labels as its values). */
export type Choices<Value extends string> = readonly Value[] | Readonly<Record<Value, unknown>>

type ChoiceOptions<Value extends string> = {
  readonly choices: Choices<Value>
  /** Said when the value sent is none of the choices; `missing` unless given. */
  readonly unknown?: string
}

/** One of several: radios or a select. */
export function choiceField<const Value extends string>(
  options: ChoiceOptions<Value> & Required,
): Field<Value>
export function choiceField<const Value extends string>(
  options: ChoiceOptions<Value> & Optional,
): Field<Value | null>
export function choiceField<const Value extends string>(
  options: ChoiceOptions<Value> & (Required | Optional),
): Field<Value | null> {
  const { missing } = options
  const error = options.unknown ?? missing ?? 'Select one of the choices'
  const input = { schema: oneOf(options.choices, error), show: (value: Value) => value }
  return missing === undefined
    ? singleInput({ ...input, missing })
    : requiredInput({ ...input, missing })
}

/** Accepts the given choices and nothing else. */
export function oneOf<const Value extends string>(choices: Choices<Value>, error: string) {
  const values = choiceValues(choices)
  return z.string().transform((text, issues) => {
    const chosen = values.find(value => value === text)
    if (chosen !== undefined) return chosen
    issues.addIssue(error)
    return z.NEVER
  })
}

/** The values that may be chosen, in their order. */
export function choiceValues<Value extends string>(choices: Choices<Value>): readonly Value[] {
  return isList(choices) ? choices : keysOf(choices)
}

function isList<Value extends string>(choices: Choices<Value>): choices is readonly Value[] {
  return Array.isArray(choices)
}

function keysOf<Value extends string>(choices: Readonly<Record<Value, unknown>>): Value[] {
  const keys: Value[] = []
  for (const key in choices) if (Object.hasOwn(choices, key)) keys.push(key)
  return keys
}
