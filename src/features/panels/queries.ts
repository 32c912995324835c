import { sql, type Insertable } from 'kysely'
import { insertAuditEntry } from '#records/audit.ts'
import type { PanelAttendance } from '#records/panels.ts'
import type { Scope } from '#records/scope.ts'
import type { Database } from '#records/schema.ts'
import { isVisibleTo, type Viewer } from '#records/visible-children.ts'

type NewPanel = Pick<Insertable<Database['panels']>, 'heldOn' | 'startsAt' | 'place'>

/** Sets a panel and returns its id. */
export async function insertPanel(scope: Scope, panel: NewPanel): Promise<string> {
  const { id } = await scope.db
    .insertInto('panels')
    .values({ serviceId: scope.serviceId, ...panel })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertAuditEntry(scope, { action: 'panel.arranged', subjectId: id })
  return id
}

/** Which of these children the viewer may know of. */
export async function selectVisibleChildren(
  scope: Scope,
  viewer: Viewer,
  childIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select c.id from children c
    where c.service_id = ${scope.serviceId} and c.id = any(${[...childIds]}::uuid[])
      and ${isVisibleTo(scope, viewer, sql.ref('c.id'))}`.execute(scope.db)
  return new Set(rows.map(row => row.id))
}

/** Writes who came for each agency; what was written before is replaced and stays in the history. */
export async function saveAttendances(
  scope: Scope,
  panelId: string,
  attendances: readonly PanelAttendance[],
): Promise<void> {
  await scope.db
    .insertInto('panelAttendances')
    .values(attendances.map(row => ({ serviceId: scope.serviceId, panelId, ...row })))
    .onConflict(conflict =>
      conflict.columns(['serviceId', 'panelId', 'agency']).doUpdateSet(({ ref }) => ({
        attended: ref('excluded.attended'),
        person: ref('excluded.person'),
        reason: ref('excluded.reason'),
      })),
    )
    .execute()
  await insertAuditEntry(scope, { action: 'panel.attendance-recorded', subjectId: panelId })
}
