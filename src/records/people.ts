import { sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { personKeys } from '#domain/matching/same-person.ts'
import type { Sex } from '#domain/vocabulary/children.ts'
import { NotFound } from '#platform/http/errors.ts'
import type { Scope } from './scope.ts'

/** What is known of somebody around a child, whichever files they are in. */
export interface PersonDetails {
  readonly givenName: string
  readonly familyName: string | null
  readonly knownAs: string | null
  readonly sex: Sex
  /** How they describe their gender, where it says more than the sex. */
  readonly genderShown: string | null
  readonly bornOn: PlainDate | null
  readonly diedOn: PlainDate | null
  readonly phone: string | null
  readonly email: string | null
  readonly address: string | null
  readonly organisation: string | null
  readonly jobTitle: string | null
}

/** Nothing known but a name. */
export const onlyAName = {
  familyName: null,
  knownAs: null,
  sex: 'not-known',
  genderShown: null,
  bornOn: null,
  diedOn: null,
  phone: null,
  email: null,
  address: null,
  organisation: null,
  jobTitle: null,
} as const satisfies Omit<PersonDetails, 'givenName'>

/** The name a page uses. */
export function personName({
  givenName,
  familyName,
}: Pick<PersonDetails, 'givenName' | 'familyName'>): string {
  return familyName === null ? givenName : `${givenName} ${familyName}`
}

/** Makes a person, with the keys by which they are found again. Whoever calls has looked for the same person first, and writes the audit. */
export async function insertPerson(scope: Scope, person: PersonDetails): Promise<string> {
  const { id } = await scope.db
    .insertInto('people')
    .values({
      serviceId: scope.serviceId,
      ...person,
      matchKeys: [...personKeys(person)],
      recordedBy: scope.staffId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Corrects what is known of a person, in every file in which they are. The earlier version stays in the history. */
export async function updatePerson(
  scope: Scope,
  personId: string,
  person: PersonDetails,
): Promise<void> {
  await scope.db
    .updateTable('people')
    .set({ ...person, matchKeys: [...personKeys(person)] })
    .where('serviceId', '=', scope.serviceId)
    .where('id', '=', personId)
    .execute()
}

/**
 * The child as a person in families: the same in every file. Made when it is first needed, with the child's name and nothing else, for a
 * person's own facts are read by those who may not open the child.
 *
 * @throws NotFound when there is no such child
 */
export async function findPersonOfChild(scope: Scope, childId: string): Promise<string> {
  await holdPersonOfChild(scope, childId)
  const child = await scope.db
    .selectFrom('children')
    .select(['personId', 'givenName', 'familyName'])
    .where('serviceId', '=', scope.serviceId)
    .where('id', '=', childId)
    .executeTakeFirst()
  if (child === undefined) throw new NotFound()
  if (child.personId !== null) return child.personId
  const { givenName, familyName } = child
  const personId = await insertPerson(scope, { ...onlyAName, givenName, familyName })
  await setPersonOfChild(scope, childId, personId)
  return personId
}

/** Says that a person, who is nobody's own yet, is this child; null: the child is no person in families. */
export async function setPersonOfChild(
  scope: Scope,
  childId: string,
  personId: string | null,
): Promise<void> {
  await scope.db
    .updateTable('children')
    .set({ personId })
    .where('serviceId', '=', scope.serviceId)
    .where('id', '=', childId)
    .execute()
}

/** Two at once would make two persons of one child. */
async function holdPersonOfChild(scope: Scope, childId: string): Promise<void> {
  const key = `person of ${childId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(scope.db)
}
