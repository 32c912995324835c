import { sql } from 'kysely'
import type { Scope } from './scope.ts'

/** Makes two people who change the same record at once come one after the other, until the transaction ends. */
export async function lockRow(
  scope: Scope,
  table:
    | 'alerts'
    | 'assessments'
    | 'caseEvents'
    | 'childIdentifiers'
    | 'children'
    | 'chronologies'
    | 'toolResults'
    | 'circumstances'
    | 'panels'
    | 'referrals',
  id: string,
): Promise<void> {
  await sql`select from ${sql.table(table)} where service_id = ${scope.serviceId} and id = ${id} for update`.execute(
    scope.db,
  )
}
