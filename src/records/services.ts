import type { Kysely } from 'kysely'
import type { Database } from './schema.ts'
import type { Scope } from './scope.ts'

export interface Service {
  readonly id: string
  readonly name: string
  readonly areaName: string
  readonly nation: string
  readonly policeForce: string
  readonly isDemonstration: boolean
}

const columns = ['id', 'name', 'areaName', 'nation', 'policeForce', 'isDemonstration'] as const

/** The service with this id. @throws NoResultError when there is none */
export async function findService(db: Kysely<Database>, serviceId: string): Promise<Service> {
  return await db
    .selectFrom('services')
    .select(columns)
    .where('id', '=', serviceId)
    .executeTakeFirstOrThrow()
}

/** All services in this database, by name. */
export async function listServices(db: Kysely<Database>): Promise<Service[]> {
  return await db.selectFrom('services').select(columns).orderBy('name').execute()
}

/** A service's own name for a kind of outcome: "Divert" for a community resolution. */
export interface OutcomeName {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly explanation: string
}

/** The service's own names for outcomes, in its order; none where it uses the national ones. */
export async function listOutcomeNames(scope: Scope): Promise<OutcomeName[]> {
  return await scope.db
    .selectFrom('outcomeNames')
    .select(['id', 'kind', 'name', 'explanation'])
    .where('serviceId', '=', scope.serviceId)
    .orderBy('sortOrder')
    .execute()
}
