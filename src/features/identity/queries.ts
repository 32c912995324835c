import type { Updateable } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Ethnicity, Sex } from '#domain/vocabulary/children.ts'
import type {
  DisabilityAnswer,
  Gender,
  Nationality,
  Religion,
  SameAsRegistered,
  SpeechLanguageAnswer,
} from '#domain/vocabulary/identity.ts'
import { NotFound } from '#platform/http/errors.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { refreshSearchKeys } from '#records/search-keys.ts'
import type { ChildrenTable } from '#records/schema.ts'
import type { Scope } from '#records/scope.ts'

/** Who a child says they are and what they need, as recorded. */
export interface Identity {
  readonly id: string
  readonly givenName: string
  readonly middleNames: string | null
  readonly familyName: string
  readonly knownAs: string | null
  readonly bornOn: PlainDate
  readonly sex: Sex
  readonly pronouns: string | null
  readonly gender: Gender
  readonly genderWords: string | null
  readonly genderAsRegistered: SameAsRegistered
  readonly ethnicity: Ethnicity
  readonly ethnicityAskedOn: PlainDate | null
  readonly religion: Religion
  readonly religionWords: string | null
  readonly nationality: Nationality
  readonly nationalityWords: string | null
  readonly firstLanguage: string | null
  readonly otherLanguages: string | null
  readonly needsInterpreter: boolean
  readonly interpreterLanguage: string | null
  readonly communication: string | null
  readonly speechLanguageNeeds: SpeechLanguageAnswer
  readonly speechLanguageWords: string | null
  readonly disability: DisabilityAnswer
  readonly disabilityWords: string | null
  readonly whatMatters: string | null
  readonly bestWayToReach: string | null
}

const columns = [
  'id',
  'givenName',
  'middleNames',
  'familyName',
  'knownAs',
  'bornOn',
  'sex',
  'pronouns',
  'gender',
  'genderWords',
  'genderAsRegistered',
  'ethnicity',
  'ethnicityAskedOn',
  'religion',
  'religionWords',
  'nationality',
  'nationalityWords',
  'firstLanguage',
  'otherLanguages',
  'needsInterpreter',
  'interpreterLanguage',
  'communication',
  'speechLanguageNeeds',
  'speechLanguageWords',
  'disability',
  'disabilityWords',
  'whatMatters',
  'bestWayToReach',
] as const satisfies readonly (keyof Identity)[]

/** @throws NotFound when the service has no such child; that the viewer may know of the child was asked before */
export async function findIdentity(scope: Scope, childId: string): Promise<Identity> {
  const row = await scope.db
    .selectFrom('children')
    .select(columns)
    .where('serviceId', '=', scope.serviceId)
    .where('id', '=', childId)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound()
  // Only codes of the vocabulary are ever written: by forms that offer them and files that are checked.
  return row as Identity
}

/** Changes who a child is, with an audit entry; what it was stays in its history. */
export async function updateIdentity(
  scope: Scope,
  childId: string,
  change: { readonly action: string; readonly set: Updateable<ChildrenTable> },
): Promise<void> {
  await scope.db
    .updateTable('children')
    .set(change.set)
    .where('serviceId', '=', scope.serviceId)
    .where('id', '=', childId)
    .execute()
  await refreshSearchKeys(scope, childId)
  await insertAuditEntry(scope, { action: change.action, childId, subjectId: childId })
}

/** The days of the offences recorded for a child. */
export async function selectOffenceDays(scope: Scope, childId: string): Promise<PlainDate[]> {
  const rows = await scope.db
    .selectFrom('offences')
    .select('occurredOn')
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', childId)
    .orderBy('occurredOn')
    .execute()
  return rows.map(row => row.occurredOn)
}
