import { parseArgs } from 'node:util'
import type { Config } from '#config'
import { parsePeriod } from '#domain/calendar/period.ts'
import { figureValue, type Figure } from '#domain/measures/figures.ts'
import { isMeasureId, measureIds } from '#domain/measures/measure-list.ts'
import type { MeasureResult } from '#domain/measures/run-measures.ts'
import { computeMeasure, computeMeasures } from '#records/measure-facts/compute.ts'
import { inService } from '#records/scope.ts'
import { clockOf } from './clock.ts'
import { chooseService, withDatabase } from './database.ts'

/** Prints the figures of a period as JSON. */
export async function printMeasures(words: readonly string[], config: Config): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      measure: { type: 'string' },
      service: { type: 'string' },
      children: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  })
  const read = parsePeriod(values.from ?? '', values.to ?? '')
  if (read.kind === 'refused') {
    throw new Error(`${read.reason}. Give the period like --from 2021-06-15 --to 2022-06-14`)
  }
  const asked = { period: read.value, asOf: clockOf(config).today() }
  const id = values.measure
  if (id !== undefined && !isMeasureId(id)) {
    throw new Error(`There is no measure "${id}". There are: ${measureIds.join(', ')}`)
  }
  const results = await withDatabase(config, async db => {
    const service = await chooseService(db, values.service)
    return await inService(db, { serviceId: service.id, staffId: null }, async scope =>
      id === undefined
        ? await computeMeasures(scope, asked)
        : [await computeMeasure(scope, id, asked)],
    )
  })
  const printed = results.map(result => printable(result, values.children === true))
  process.stdout.write(`${JSON.stringify({ ...asked, measures: printed }, null, 2)}\n`)
}

/** A result without the rows unless they are asked for; children by id, never by name. */
function printable({ figures, rows, ...result }: MeasureResult, withChildren: boolean) {
  return {
    ...result,
    figures: figures.map(figure => printableFigure(figure, withChildren)),
    ...(withChildren && { rows }),
  }
}

function printableFigure(figure: Figure, withChildren: boolean) {
  const { rowIds, ...rest } = figure
  const { denominatorRowIds, ...bare } = { denominatorRowIds: undefined, ...rest }
  const value = figureValue(figure)
  return withChildren ? { ...bare, value, rowIds, denominatorRowIds } : { ...bare, value }
}
