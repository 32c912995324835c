import { z } from 'zod'
import { daysOfQuarter, quarterOf, addQuarters } from '#domain/calendar/quarters.ts'
import { addMonths } from '#domain/calendar/months.ts'
import { parsePeriod, type Period } from '#domain/calendar/period.ts'
import { addDays, plainDate, type PlainDate } from '#domain/calendar/plain-date.ts'
import { dateField } from '#platform/forms/date-field.ts'
import type { FieldError, FormValues } from '#platform/forms/form.ts'
import { defineForm } from '#platform/forms/form.ts'

/** `?from=…&to=…` as links write it, or the parts of two dates as the form sends them. */
export const periodQuery = z.looseObject({ from: z.string().optional(), to: z.string().optional() })

const periodForm = defineForm({
  fields: {
    first: dateField({ name: 'First day', missing: 'Enter the first day' }),
    last: dateField({ name: 'Last day', missing: 'Enter the last day' }),
  },
  check: ({ first, last }) => {
    const read = parsePeriod(first.toString(), last.toString())
    return read.kind === 'period' ? [] : [{ field: 'last', message: read.reason }]
  },
})

/** The period that a page shows, with the form to ask for another as it was typed. */
export interface ShownPeriod {
  readonly period: Period
  readonly values: FormValues
  readonly errors: readonly FieldError[]
}

/** Reads the period of a performance page; the last twelve months where none was asked for, or what was typed cannot be read. */
export function readPeriod(query: z.output<typeof periodQuery>, today: PlainDate): ShownPeriod {
  const standard = lastTwelveMonths(today)
  if (Object.keys(query).some(name => name.startsWith('first') || name.startsWith('last'))) {
    const parsed = periodForm.parse(query, { today })
    if (parsed.kind === 'invalid') {
      return { period: standard, values: parsed.values, errors: parsed.errors }
    }
    if (parsed.kind === 'valid') {
      return shown({ from: parsed.value.first, to: parsed.value.last })
    }
  }
  if (query.from === undefined && query.to === undefined) return shown(standard)
  const read = parsePeriod(query.from ?? '', query.to ?? '')
  if (read.kind === 'period') return shown(read.value)
  return {
    ...shown(standard),
    errors: [{ field: 'first', href: '#first-day', message: read.reason }],
  }
}

function shown(period: Period): ShownPeriod {
  const values = periodForm.fill({ first: period.from, last: period.to })
  return { period, values, errors: [] }
}

function lastTwelveMonths(today: PlainDate): Period {
  return { from: addDays(addMonths(today, -12), 1), to: today }
}

/** Periods that are asked for often, the most recent first. */
export function usualPeriods(today: PlainDate): readonly { name: string; period: Period }[] {
  const quarter = quarterOf(today)
  const year = today.year - 1
  return [
    { name: 'Last 12 months', period: lastTwelveMonths(today) },
    { name: 'This quarter so far', period: { ...daysOfQuarter(quarter), to: today } },
    { name: 'Last quarter', period: daysOfQuarter(addQuarters(quarter, -1)) },
    {
      name: `Calendar year ${year}`,
      period: { from: plainDate(`${year}-01-01`), to: plainDate(`${year}-12-31`) },
    },
  ]
}
