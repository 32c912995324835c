import { z } from 'zod'
import { parsePlainDate, type PlainDate } from '#domain/calendar/plain-date.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { choicesField } from '#platform/forms/choices-field.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm, type FieldError, type FormValues } from '#platform/forms/form.ts'
import type { TimelineSource } from './source.ts'

/** What the address asks for: codes, dates and the id of a piece of work. */
export const timelineQuery = z.looseObject({ before: z.string().optional() })

/** What the timeline is narrowed down to; nothing chosen is everything. */
export interface TimelineFilter {
  readonly kinds: readonly string[]
  readonly from: PlainDate | null
  readonly to: PlainDate | null
  readonly significant: boolean
  readonly workId: string | null
}

export interface AskedFilter {
  readonly filter: TimelineFilter
  readonly before: PlainDate | null
  /** The form as it was sent. */
  readonly values: FormValues
  readonly errors: readonly FieldError[]
}

const everything: TimelineFilter = {
  kinds: [],
  from: null,
  to: null,
  significant: false,
  workId: null,
}

/** Reads the filter of an address; what cannot be read is said, and everything is shown. */
export function readFilter(
  query: z.output<typeof timelineQuery>,
  {
    sources,
    workIds,
  }: { readonly sources: readonly TimelineSource[]; readonly workIds: readonly string[] },
  today: PlainDate,
): AskedFilter {
  const before = parsePlainDate(query.before ?? '') ?? null
  const parsed = filterForm(sources, workIds).parse(query, { today })
  if (parsed.kind !== 'valid') {
    const errors = parsed.kind === 'invalid' ? parsed.errors : []
    return { filter: everything, before, values: parsed.values, errors }
  }
  const { kind, from, to, only, work } = parsed.value
  const significant = only.includes('significant')
  const filter = { kinds: kind, from, to, significant, workId: work }
  return { filter, before, values: parsed.values, errors: [] }
}

function filterForm(sources: readonly TimelineSource[], workIds: readonly string[]) {
  return defineForm({
    fields: {
      kind: choicesField({ choices: sources.map(source => source.kind), optional: true }),
      from: dateField({ name: 'The first day', optional: true }),
      to: dateField({ name: 'The last day', optional: true }),
      only: choicesField({ choices: ['significant'], optional: true }),
      work: choiceField({ choices: workIds, optional: true, unknown: 'Choose work of this child' }),
    },
    check: ({ from, to }) =>
      from !== null && to !== null && to.until(from).sign > 0
        ? [{ field: 'to', message: 'The last day must be the first day or later' }]
        : [],
  })
}

/** True where anything is left out. */
export function isNarrowed({ kinds, from, to, significant, workId }: TimelineFilter): boolean {
  return kinds.length > 0 || from !== null || to !== null || significant || workId !== null
}

/** The same filter, from an earlier day on, as an address says it. */
export function addressOf(url: string, values: FormValues, before: PlainDate | null): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    const texts = typeof value === 'string' ? [value] : value
    for (const text of texts) if (text !== '') query.append(name, text)
  }
  if (before !== null) query.set('before', before.toString())
  const text = query.toString()
  return text === '' ? url : `${url}?${text}`
}
