import { sql, type Transaction } from 'kysely'
import { earliest, isAfter, plainDate, type PlainDate } from '#domain/calendar/plain-date.ts'
import { policyOf, type Policy } from '#domain/rules/policy.ts'
import { policyRules } from '#domain/rules/rule-book.ts'
import type { Database } from '#records/schema.ts'
import { checkReferences } from '../checking/check-references.ts'
import { checkRows } from '../checking/check-rows.ts'
import { flatten } from '../flat-rows.ts'
import type { Header, Service } from '../format/service-line.ts'
import { servicePart } from '../service-layout.ts'
import { parseLine } from '../reading/parse-line.ts'
import type { Problem } from '../reading/problem.ts'
import type { FileLine } from '../reading/read-lines.ts'
import { selectHistoryUntil } from '../writing/history-until.ts'
import type { Source } from '../writing/read-rows.ts'
import type { CheckedFile } from './checked-file.ts'
import { nothingThere, selectExisting } from './existing-rows.ts'
import { addService, loadKnown } from './load-known.ts'

type CheckedHeader =
  | { readonly kind: 'header'; readonly file: CheckedFile; readonly isFresh: boolean }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }

/** Reads the first line: whose records follow, and what they may name. From here on the transaction stands in that service. */
export async function checkHeader(
  db: Transaction<Database>,
  line: FileLine | null,
  today: PlainDate,
): Promise<CheckedHeader> {
  if (line === null) return refusedFor('', 'The file is empty')
  const parsed = parseLine(line)
  if (parsed.kind === 'refused') return { kind: 'refused', problems: parsed.problems }
  if (parsed.line.record !== 'service') {
    return refusedFor('record', 'The first line is not the service')
  }
  const header = parsed.line
  if (header.historyUntil !== undefined && isAfter(plainDate(header.historyUntil), today)) {
    return refusedFor('historyUntil', 'is still to come: history has happened')
  }
  const source = { db, serviceId: header.service.id }
  await sql`select set_config('alongside.service_id', ${source.serviceId}, true)`.execute(db)
  return await checkService(source, header, today)
}

async function checkService(
  source: Source,
  header: Header,
  today: PlainDate,
): Promise<CheckedHeader> {
  const { db, serviceId } = source
  const held = await db
    .selectFrom('services')
    .select('id')
    .where('id', '=', serviceId)
    .executeTakeFirst()
  const isNewService = held === undefined
  const flat = flatten(servicePart, header.service)
  const known = await loadKnown(source)
  addService(known, header.service)
  const existing = isNewService ? nothingThere : await selectExisting(source, [flat])
  const problems = [
    ...checkReferences(flat, known),
    ...checkRows(flat.rows, today),
    ...existing.conflicts(flat.rows),
  ].map(({ path, ...problem }) => ({
    ...problem,
    path: path === '' ? 'service' : `service.${path}`,
  }))
  if (problems.length > 0) return { kind: 'refused', problems }
  const historyUntil = await historyUntilFor(source, header)
  return {
    kind: 'header',
    file: {
      source,
      checking: { known, today, policy: policyIn(header.service), historyUntil },
      isNewService,
    },
    isFresh: flat.rows.some(row => !existing.isThere(row)),
  }
}

/**
 * The last day of history for this file: the one that the file names, but where the service decides with panels already, not after its own.
 *
 * @interpretation docs/decisions/0007
 */
async function historyUntilFor(source: Source, header: Header): Promise<PlainDate | null> {
  if (header.historyUntil === undefined) return null
  const named = plainDate(header.historyUntil)
  const decidedByPanel = await source.db
    .selectFrom('outcomes')
    .select('id')
    .where('serviceId', '=', source.serviceId)
    .where('panelId', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  if (decidedByPanel === undefined) return named
  const own = await selectHistoryUntil(source)
  return own === null ? null : earliest(named, own)
}

/** The service's policy as its file tells it: a decision is asked what its own service asked. */
function policyIn({ policyChanges, closedDays }: Service): Policy {
  const dated = policyChanges.map(change => ({ ...change, from: plainDate(change.holdsFrom) }))
  const pack = {
    numbers: dated.flatMap(({ ruleId, parameter, value, from }) =>
      parameter === undefined || value === undefined ? [] : [{ ruleId, parameter, value, from }],
    ),
    switches: dated.flatMap(({ ruleId, isOn, from }) =>
      isOn === undefined ? [] : [{ ruleId, isOn, from }],
    ),
    closedDays: closedDays.map(({ closedOn }) => plainDate(closedOn)),
  }
  return policyOf(pack, policyRules)
}

function refusedFor(path: string, reason: string): CheckedHeader {
  return { kind: 'refused', problems: [{ path, rule: 'format', reason }] }
}
