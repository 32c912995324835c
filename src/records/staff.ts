import type { Kysely } from 'kysely'
import { isRole, type Role } from '#domain/access/permissions.ts'
import type { Database } from './schema.ts'
import { inService, type Scope } from './scope.ts'
import { listServices } from './services.ts'

/** A person who signs in. */
export interface StaffMember {
  readonly id: string
  readonly serviceId: string
  readonly teamId: string | null
  readonly name: string
  readonly role: Role
  readonly agency: string
  readonly jobTitle: string
}

const columns = ['id', 'serviceId', 'teamId', 'name', 'role', 'agency', 'jobTitle'] as const

/** The active member of staff with this id, or undefined; in a scope of its own, because the answer says which scope a request has. */
export async function findOptionalStaffMember(
  db: Kysely<Database>,
  about: { readonly serviceId: string; readonly staffId: string },
): Promise<StaffMember | undefined> {
  const row = await inService(db, about, scope =>
    scope.db
      .selectFrom('staff')
      .select(columns)
      .where('serviceId', '=', about.serviceId)
      .where('id', '=', about.staffId)
      .where('isActive', '=', true)
      .executeTakeFirst(),
  )
  return row === undefined ? undefined : toStaffMember(row)
}

/** Everyone active in the service, by name; of one role or agency when asked. */
export async function listStaff(
  scope: Scope,
  only: { readonly roles?: readonly Role[]; readonly agency?: string } = {},
): Promise<StaffMember[]> {
  let query = scope.db
    .selectFrom('staff')
    .select(columns)
    .where('serviceId', '=', scope.serviceId)
    .where('isActive', '=', true)
  if (only.roles !== undefined) query = query.where('role', 'in', only.roles)
  if (only.agency !== undefined) query = query.where('agency', '=', only.agency)
  return (await query.orderBy('name').execute()).map(toStaffMember)
}

/** The name of everybody who works or worked here, by id. */
export async function listStaffNames(scope: Scope): Promise<ReadonlyMap<string, string>> {
  const rows = await scope.db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('serviceId', '=', scope.serviceId)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** People of the demonstration service, to choose from on its sign-in page; empty where any other service lives in the database. */
export async function listDemonstrationStaff(db: Kysely<Database>): Promise<StaffMember[]> {
  const services = await listServices(db)
  if (!services.every(service => service.isDemonstration)) return []
  const people = []
  for (const { id: serviceId } of services) {
    people.push(...(await inService(db, { serviceId, staffId: null }, scope => listStaff(scope))))
  }
  return people
}

/** @throws Error when the database holds a role that this version does not know */
function toStaffMember(row: Omit<StaffMember, 'role'> & { readonly role: string }): StaffMember {
  if (!isRole(row.role)) throw new Error(`Unknown role "${row.role}"`)
  return { ...row, role: row.role }
}
