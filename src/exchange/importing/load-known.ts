import { isRole } from '#domain/access/permissions.ts'
import type { KnownRecords } from '../checking/known-records.ts'
import type { Service } from '../format/service-line.ts'
import { panel as panelSchema } from '../format/panel-line.ts'
import { panelPart } from '../service-layout.ts'
import { nestRows } from '../writing/nest-rows.ts'
import { selectPage, type Source } from '../writing/read-rows.ts'

/** What the database holds that a child's line may name; none of it where the service is not there yet. */
export async function loadKnown(source: Source): Promise<KnownRecords> {
  const { db, serviceId } = source
  const staff = await db
    .selectFrom('staff')
    .select(['id', 'name', 'agency', 'role', 'grade', 'isTrainedInHarmfulSexualBehaviour'])
    .where('serviceId', '=', serviceId)
    .execute()
  const teams = await db
    .selectFrom('teams')
    .select('id')
    .where('serviceId', '=', serviceId)
    .execute()
  const names = await db
    .selectFrom('outcomeNames')
    .select('id')
    .where('serviceId', '=', serviceId)
    .execute()
  return {
    staff: new Map(
      staff.flatMap(({ id, role, ...person }) =>
        isRole(role)
          ? [[id, { ...person, role, isSupportRole: isSupport(person.grade) }] as const]
          : [],
      ),
    ),
    teams: new Set(teams.map(team => team.id)),
    outcomeNames: new Set(names.map(name => name.id)),
    panels: await loadPanels(source),
  }
}

function isSupport(grade: string): boolean {
  return grade === 'support-worker'
}

/** A service holds a panel every week or two: all of them are few. */
async function loadPanels(source: Source): Promise<KnownRecords['panels']> {
  const rows = await selectPage(source, panelPart, { after: null, size: 1_000_000 })
  const written = await nestRows(source, panelPart, rows)
  return new Map([...written].map(([id, panel]) => [id, panelSchema.parse(panel)]))
}

/** Adds what the first line says to what is known. */
export function addService(known: KnownRecords, service: Service): void {
  for (const { id, ...person } of service.staff) {
    known.staff.set(id, { ...person, isSupportRole: isSupport(person.grade) })
  }
  for (const team of service.teams) known.teams.add(team.id)
  for (const name of service.outcomeNames) known.outcomeNames.add(name.id)
}
