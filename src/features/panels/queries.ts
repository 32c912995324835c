import type { Insertable } from 'kysely'
import { insertAuditEntry } from '#records/audit.ts'
import type { PanelAttendance } from '#records/panels.ts'
import type { Scope } from '#records/scope.ts'
import type { Database } from '#records/schema.ts'

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
