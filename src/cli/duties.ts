import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { Config } from '#config'
import { parsePlainDate } from '#domain/calendar/plain-date.ts'
import { findRule } from '#domain/rules/rule-book.ts'
import { readDuties } from '#records/duties.ts'
import { inService, type Scope } from '#records/scope.ts'
import { chooseService, withDatabase } from './database.ts'

/** Prints what is owed on a day as JSON. */
export async function printDuties(words: readonly string[], config: Config): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      'as-of': { type: 'string' },
      child: { type: 'string' },
      service: { type: 'string' },
      json: { type: 'boolean' },
    },
  })
  const asOf = parsePlainDate(values['as-of'] ?? '')
  if (asOf === undefined) throw new Error('Give the day with --as-of, like --as-of 2026-03-01')
  if (values.child !== undefined && !z.uuid().safeParse(values.child).success) {
    throw new Error('--child takes the id of a child, as in the address of its page')
  }
  const duties = await withDatabase(config, async db => {
    const service = await chooseService(db, values.service)
    const selection =
      values.child === undefined
        ? ({ of: 'service' } as const)
        : ({ of: 'child', childId: values.child } as const)
    return await inService(db, { serviceId: service.id, staffId: null }, async scope => {
      if (selection.of === 'child') await refuseUnknownChild(scope, selection.childId)
      return await readDuties(scope, selection, asOf)
    })
  })
  // Names stay in the record: whoever reads this output opens the child there, where the look is written down.
  const printed = duties.map(({ childName: _, ...duty }) => ({
    ...duty,
    citation: findRule(duty.ruleId)?.citation ?? null,
  }))
  process.stdout.write(`${JSON.stringify({ asOf, duties: printed }, null, 2)}\n`)
}

/** Nothing owed and nobody there must not look alike. */
async function refuseUnknownChild(scope: Scope, childId: string): Promise<void> {
  const child = await scope.db
    .selectFrom('children')
    .select('id')
    .where('serviceId', '=', scope.serviceId)
    .where('id', '=', childId)
    .where('mergedIntoId', 'is', null)
    .executeTakeFirst()
  if (child === undefined) throw new Error('There is no child with this id in this service')
}
