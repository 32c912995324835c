import { sql, type Kysely } from 'kysely'
import type { Database } from '#records/schema.ts'
import { inService, type Scope } from '#records/scope.ts'

/** What the database says about everything that was written, whoever was told what. */
export interface Ledger {
  /** How often each marker stands in the database. */
  readonly times: ReadonlyMap<string, number>
  /** Contacts of the test without exactly one audit row. */
  readonly contactsWithoutAudit: number
  /** Audit rows of planned contacts whose contact is not there. */
  readonly auditWithoutContact: number
  /** Forms whose key is kept but not where they went: the end of their transaction is missing. */
  readonly formsHalfSaved: number
}

export async function readLedger(
  db: Kysely<Database>,
  serviceId: string,
  prefix: string,
): Promise<Ledger> {
  return await inService(db, { serviceId, staffId: null }, async scope => ({
    times: await timesOfMarkers(scope, prefix),
    ...(await halves(scope, prefix)),
  }))
}

async function timesOfMarkers(scope: Scope, prefix: string): Promise<Map<string, number>> {
  const rows = await scope.db
    .selectFrom('contacts')
    .select(({ fn }) => ['place', fn.countAll<number>().as('times')])
    .where('serviceId', '=', scope.serviceId)
    .where('place', 'like', `${prefix}%`)
    .groupBy('place')
    .execute()
  return new Map(rows.map(({ place, times }) => [place ?? '', times]))
}

async function halves(scope: Scope, prefix: string) {
  const { rows } = await sql<{
    contactsWithoutAudit: number
    auditWithoutContact: number
    formsHalfSaved: number
  }>`
    select
      (select count(*) from contacts c
        where c.service_id = ${scope.serviceId} and c.place like ${`${prefix}%`}
          and 1 <> (select count(*) from audit_entries a where a.service_id = c.service_id
            and a.subject_id = c.id and a.action = 'contact.planned')) as contacts_without_audit,
      (select count(*) from audit_entries a
        where a.service_id = ${scope.serviceId} and a.action = 'contact.planned'
          and not exists (select from contacts c
            where c.service_id = a.service_id and c.id = a.subject_id)) as audit_without_contact,
      (select count(*) from submissions s
        where s.service_id = ${scope.serviceId} and s.went_to is null) as forms_half_saved
  `.execute(scope.db)
  const [row] = rows
  if (row === undefined) throw new Error('The counts came back empty')
  return row
}
