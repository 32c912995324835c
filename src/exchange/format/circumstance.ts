import { z } from 'zod'
import { checkFacts, mostHours } from '#domain/circumstances/check-facts.ts'
import type { FactField } from '#domain/circumstances/circumstance-kind.ts'
import { circumstanceKindList, kindOf } from '#domain/circumstances/kinds.ts'
import { circumstanceKinds, type CircumstanceKind } from '#domain/vocabulary/children.ts'
import { code, date, id, instant, text } from './fields.ts'

export const confirmation = z.strictObject({
  id,
  confirmedOn: date,
  source: text,
  recordedAt: instant,
  recordedBy: id.optional(),
})

export const circumstance = z
  .strictObject({
    id,
    kind: code(circumstanceKinds),
    value: text.meta({ description: valuesInWords() }),
    detail: text.optional(),
    facts: z
      .record(text, z.union([text, z.number()]))
      .default({})
      .meta({ description: factsInWords() }),
    startedOn: date,
    endedOn: date.optional(),
    source: text,
    withdrawnOn: date.optional(),
    withdrawnBecause: text.optional(),
    recordedAt: instant,
    recordedBy: id.optional(),
    confirmations: z.array(confirmation).default([]),
  })
  .check(({ value: spell, issues }) => {
    for (const { field, reason } of checkFacts(spell.kind, spell)) {
      const path = field === 'value' ? ['value'] : ['facts', field]
      issues.push({ code: 'custom', input: spell, path, message: reason })
    }
  })
  .refine(one => (one.withdrawnOn === undefined) === (one.withdrawnBecause === undefined), {
    error: 'is withdrawn without a reason, or the other way round',
  })

function valuesInWords(): string {
  return `By kind. ${circumstanceKindList.map(kind => inWords(kind, kindOf(kind).main)).join(' ')}`
}

function factsInWords(): string {
  const sentences = circumstanceKindList.flatMap(kind => {
    const fields = kindOf(kind).facts.map(field => `\`${field.id}\` ${typeInWords(field)}`)
    return fields.length === 0 ? [] : [`\`${kind}\`: ${fields.join('; ')}.`]
  })
  return `By kind; each may be left out. ${sentences.join(' ')}`
}

function inWords(kind: CircumstanceKind, field: FactField): string {
  return `\`${kind}\`: ${typeInWords(field)}.`
}

function typeInWords(field: FactField): string {
  if (field.type === 'code') return `one of ${Object.keys(field.codes).join(', ')}`
  if (field.type === 'hours') return `a number of hours from 0 to ${mostHours}, whole or half`
  return field.type === 'date' ? 'a day like 2026-03-01' : 'text'
}
