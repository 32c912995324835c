import { sql, type Kysely } from 'kysely'
import { inService, type Scope } from '#records/scope.ts'
import type { Database } from '#records/schema.ts'

/** Who and what is measured: the same in every database, for all of them grow from one. */
export interface Subjects {
  readonly serviceId: string
  /** Holds the most open work. */
  readonly workerId: string
  readonly managerId: string
  /** Has work open and the most contacts. */
  readonly childId: string
  /** Work of another worker's child, to which contacts are added. */
  readonly saved: WorkSaved
}

/** Work to which a contact is added. */
export interface WorkSaved {
  readonly childId: string
  readonly interventionId: string
}

/** Work that began two weeks ago or earlier and is open, of the children who are shown on no measured page. */
export async function chooseOpenWork(
  db: Kysely<Database>,
  { serviceId, childId, workerId }: Subjects,
): Promise<WorkSaved[]> {
  return await inService(db, { serviceId, staffId: null }, scope =>
    openWork(scope, { workerId, childId }).execute(),
  )
}

function openWork({ db }: Scope, { workerId, childId }: Pick<Subjects, 'workerId' | 'childId'>) {
  return db
    .selectFrom('interventions as i')
    .innerJoin('allocations as a', 'a.interventionId', 'i.id')
    .select(['i.childId', 'i.id as interventionId'])
    .where('i.endedOn', 'is', null)
    .where('a.endedOn', 'is', null)
    .where('a.staffId', '<>', workerId)
    .where('i.childId', '<>', childId)
    .where('i.startedOn', '<=', sql<never>`date '2026-02-16'`)
    .orderBy('i.id')
}

export async function chooseSubjects(db: Kysely<Database>): Promise<Subjects> {
  const service = await db.selectFrom('services').select('id').executeTakeFirstOrThrow()
  return await inService(db, { serviceId: service.id, staffId: null }, chooseWithin)
}

async function chooseWithin(scope: Scope): Promise<Subjects> {
  const { db, serviceId } = scope
  const worker = await db
    .selectFrom('allocations')
    .innerJoin('staff', 'staff.id', 'allocations.staffId')
    .select('staff.id')
    .where('endedOn', 'is', null)
    .where('staff.role', '=', 'case-manager')
    .groupBy('staff.id')
    .orderBy(sql`count(*)`, 'desc')
    .orderBy('staff.id')
    .executeTakeFirstOrThrow()
  const manager = await db
    .selectFrom('staff')
    .select('id')
    .where('role', '=', 'team-manager')
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const child = await db
    .selectFrom('contacts')
    .innerJoin('interventions as i', 'i.childId', 'contacts.childId')
    .select('contacts.childId')
    .where('i.endedOn', 'is', null)
    .groupBy('contacts.childId')
    .orderBy(sql`count(distinct contacts.id)`, 'desc')
    .orderBy('contacts.childId')
    .executeTakeFirstOrThrow()
  const measured = { workerId: worker.id, childId: child.childId }
  const saved = await openWork(scope, measured).executeTakeFirstOrThrow()
  return { serviceId, managerId: manager.id, ...measured, saved }
}
