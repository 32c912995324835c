import { Temporal } from 'temporal-polyfill'
import type { DatePart, DateParts } from './date-parts.ts'
import { dateParts, readDateParts } from './date-parts.ts'
import type { Field, FieldError, FormValues, Optional, Reading, Required } from './field.ts'
import { valid } from './field.ts'
import { sent, textOf, wasRepeated } from './typed-values.ts'

type MustBe = 'in the past' | 'today or in the past' | 'in the future' | 'today or in the future'

type DateOptions = {
  /** What it is, to begin a message with: "Date of birth". */
  readonly name: string
  readonly mustBe?: MustBe
}

type PlainDate = Temporal.PlainDate

/**
 * A civil date typed as day, month and year (inputs `x-day`, `x-month` and `x-year`). Months may be words;
 * messages are those of the GOV.UK Design System.
 */
export function dateField(options: DateOptions & Required): Field<PlainDate>
export function dateField(options: DateOptions & Optional): Field<PlainDate | null>
export function dateField(options: DateOptions & (Required | Optional)): Field<PlainDate | null> {
  const { missing } = options
  const read: Field<PlainDate | null>['read'] = (typed, name, { today }) => {
    const parts = partsTyped(typed, name)
    if (Object.values(parts).every(text => text === '')) {
      return missing === undefined ? valid(null) : wrong(name, missing, dateParts)
    }
    if (dateParts.some(part => wasRepeated(typed, `${name}-${part}`))) {
      return wrong(name, 'Give one answer only', dateParts)
    }
    const reading = readDateParts(parts, options.name)
    if (reading.kind === 'wrong') return wrong(name, reading.message, reading.parts)
    if (isAllowed(reading.date, today, options.mustBe)) return valid(reading.date)
    return wrong(name, `${options.name} must be ${options.mustBe ?? 'another date'}`, dateParts)
  }
  return {
    typed: (body, name) => eachPart(name, part => sent(body, `${name}-${part}`)),
    read,
    show: (date, name) => eachPart(name, part => (date ? String(date[part]) : '')),
    anchor: name => `${name}-day`,
  }
}

function isAllowed(date: PlainDate, today: PlainDate, mustBe: MustBe | undefined): boolean {
  const side = Temporal.PlainDate.compare(date, today)
  switch (mustBe) {
    case 'in the past':
      return side < 0
    case 'today or in the past':
      return side <= 0
    case 'in the future':
      return side > 0
    case 'today or in the future':
      return side >= 0
    case undefined:
      return true
  }
}

function partsTyped(typed: FormValues, name: string): DateParts {
  const text = (part: DatePart) => textOf(typed, `${name}-${part}`).trim()
  return { day: text('day'), month: text('month'), year: text('year') }
}

function eachPart(name: string, value: (part: DatePart) => string | readonly string[]): FormValues {
  return Object.fromEntries(dateParts.map(part => [`${name}-${part}`, value(part)]))
}

function wrong(field: string, message: string, parts: readonly DatePart[]): Reading<never> {
  const error: FieldError = { field, href: `#${field}-${parts[0] ?? 'day'}`, message, parts }
  return { kind: 'invalid', errors: [error] }
}
