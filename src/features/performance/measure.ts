import { z } from 'zod'
import { isMeasureId } from '#domain/measures/measure-list.ts'
import { NotFound } from '#platform/http/errors.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { childNamesFor } from '#records/measure-facts/child-names.ts'
import { computeMeasure } from '#records/measure-facts/compute.ts'
import { page, type PageContext } from '../page.ts'
import { periodQuery, readPeriod } from './asked-period.ts'
import { figureBody, measureBody } from './measure.html.ts'
import { performanceUrl } from './urls.ts'

const unknownMeasure = 'There is no measure with this name.'

/** One measure: everyone it looked at, and what it made of them. */
export const measurePage = page({
  permission: 'performance.open',
  params: z.object({ measureId: z.string() }),
  query: periodQuery,
  load: async (context, { params, query }) => await loadMeasure(context, params.measureId, query),
  view: loaded => ({
    title: loaded.result.title,
    backLink: performanceUrl(loaded.result.period),
    body: measureBody(loaded),
  }),
})

/** One figure: the children behind it, each with the reason. */
export const figurePage = page({
  permission: 'performance.open',
  params: z.object({ measureId: z.string(), figureId: z.string() }),
  query: periodQuery,
  load: async (context, { params, query }) => {
    const loaded = await loadMeasure(context, params.measureId, query)
    const figure = loaded.result.figures.find(one => one.id === params.figureId)
    if (figure === undefined) throw new NotFound('There is no figure with this name.')
    return { ...loaded, figure }
  },
  view: loaded => ({
    title: loaded.figure.label,
    backLink: performanceUrl(loaded.result.period),
    body: figureBody(loaded),
  }),
})

/** Whose names are shown is written down, as for any look. */
async function loadMeasure(
  { scope, user, today }: PageContext,
  measureId: string,
  query: z.output<typeof periodQuery>,
) {
  if (!isMeasureId(measureId)) throw new NotFound(unknownMeasure)
  const { period, errors } = readPeriod(query, today)
  if (errors.length > 0) throw new NotFound('There is no such period.')
  const result = await computeMeasure(scope, measureId, { period, asOf: today })
  const names = await childNamesFor(
    scope,
    user,
    result.rows.map(row => row.childId),
  )
  await insertAuditEntry(scope, { action: 'measure.opened', detail: measureId })
  return { result, names }
}
