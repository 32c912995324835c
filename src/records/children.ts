import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { alertKinds, type AlertKind } from '#domain/vocabulary/alerts.ts'
import { NotFound } from '#platform/http/errors.ts'
import type { Scope } from './scope.ts'
import { isVisibleTo, type Viewer } from './visible-children.ts'

type PlainDate = Temporal.PlainDate

/** Who a child is, as every page about the child shows it at its head. */
export interface Child {
  readonly id: string
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
  readonly pronouns: string | null
  readonly bornOn: PlainDate
  readonly sex: string
  readonly ethnicity: string
  readonly ethnicityAskedOn: PlainDate | null
  readonly firstLanguage: string | null
  readonly needsInterpreter: boolean
  readonly communication: string | null
  readonly whatMatters: string | null
  readonly bestWayToReach: string | null
  /** Kinds of the alerts that stand now, the most pressing first, each once. */
  readonly alertKinds: readonly AlertKind[]
}

const columns = [
  'id',
  'givenName',
  'familyName',
  'knownAs',
  'pronouns',
  'bornOn',
  'sex',
  'ethnicity',
  'ethnicityAskedOn',
  'firstLanguage',
  'needsInterpreter',
  'communication',
  'whatMatters',
  'bestWayToReach',
] as const

const kindsOfAlerts = sql<AlertKind[]>`array(
  select k.kind from unnest(${Object.keys(alertKinds)}::text[]) with ordinality as k (kind, place)
  where exists (
    select from alerts a
    where a.service_id = children.service_id and a.child_id = children.id
      and a.kind = k.kind and a.ended_on is null)
  order by k.place)`.as('alertKinds')

/**
 * The child, for someone who may know of them.
 *
 * @throws NotFound when there is no such child in the service or the viewer's role does not reach them: the two look the same
 */
export async function findChild(scope: Scope, viewer: Viewer, childId: string): Promise<Child> {
  const child = await scope.db
    .selectFrom('children')
    .select(columns)
    .select(kindsOfAlerts)
    .where('serviceId', '=', scope.serviceId)
    .where('id', '=', childId)
    .where(isVisibleTo(scope, viewer, sql.ref('children.id')))
    .executeTakeFirst()
  if (child === undefined) throw new NotFound()
  return child
}

/** The name a page uses: what the child is called, then the family name. */
export function displayName(child: Pick<Child, 'givenName' | 'familyName' | 'knownAs'>): string {
  return `${child.knownAs ?? child.givenName} ${child.familyName}`
}
