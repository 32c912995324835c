import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { candidateKeys } from '#domain/matching/candidate-keys.ts'
import { identifierKey } from '#domain/matching/identifiers.ts'
import { splitName } from '#domain/matching/split-name.ts'
import type { IdentifierKind, RelationshipKind, Sex } from '#domain/vocabulary/children.ts'
import { insertAuditEntry } from './audit.ts'
import { insertPerson, onlyAName } from './people.ts'
import { placeInFamily } from './place-in-family.ts'
import { insertCircumstance } from './circumstances.ts'
import type { Scope } from './scope.ts'
import { refreshSearchKeys } from './search-keys.ts'

export interface NewIdentifier {
  readonly kind: IdentifierKind
  readonly value: string
}

export interface NewRelationship {
  readonly kind: RelationshipKind
  readonly name: string
  readonly phone: string | null
}

/** As much of a child as is known when somebody first tells us of them. */
export interface NewChild {
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
  readonly bornOn: PlainDate
  readonly sex: Sex
  readonly firstLanguage: string | null
  readonly identifiers: readonly NewIdentifier[]
  readonly relationships: readonly NewRelationship[]
  /** Where the child lives, in one line that ends with the postcode; null where nobody knows. */
  readonly address: string | null
  /** The day from which this is known, and who said it. */
  readonly knownFrom: PlainDate
  readonly source: string
}

/**
 * Makes a child's record: names with the keys by which they are found again, identifiers, people around them and home.
 *
 * It does not look for duplicates: whoever calls has asked first.
 *
 * @returns the child's id; an audit entry is written
 */
export async function insertChild(scope: Scope, child: NewChild): Promise<string> {
  const { id } = await scope.db
    .insertInto('children')
    .values({
      serviceId: scope.serviceId,
      givenName: child.givenName,
      familyName: child.familyName,
      knownAs: child.knownAs,
      bornOn: child.bornOn,
      sex: child.sex,
      firstLanguage: child.firstLanguage,
      matchKeys: [...matchKeysOf(child)],
      recordedBy: scope.staffId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertIdentifiers(scope, id, child.identifiers)
  await insertRelationships(scope, id, { people: child.relationships, from: child.knownFrom })
  if (child.address !== null) {
    await insertCircumstance(scope, {
      childId: id,
      kind: 'address',
      value: child.address,
      detail: null,
      facts: {},
      startedOn: child.knownFrom,
      endedOn: null,
      source: child.source,
    })
  }
  await refreshSearchKeys(scope, id)
  await insertAuditEntry(scope, { action: 'child.recorded', childId: id, subjectId: id })
  return id
}

/** The keys under which a child is found again: of every name, sorted, each once. */
export function matchKeysOf(
  child: Pick<NewChild, 'givenName' | 'familyName' | 'knownAs'>,
): readonly string[] {
  const { givenName, familyName, knownAs } = child
  const otherNames = knownAs === null ? [] : [knownAs]
  const keys = candidateKeys({ givenName, familyName, otherNames, identifiers: [] })
  return [...new Set([...keys.givenNames, ...keys.familyNames])].toSorted()
}

/** Writes numbers by which other systems know the child, with the key that finds them however they are typed. */
export async function insertIdentifiers(
  scope: Scope,
  childId: string,
  identifiers: readonly NewIdentifier[],
): Promise<void> {
  if (identifiers.length === 0) return
  await scope.db
    .insertInto('childIdentifiers')
    .values(
      identifiers.map(identifier => ({
        serviceId: scope.serviceId,
        childId,
        ...identifier,
        valueKey: identifierKey(identifier),
        recordedBy: scope.staffId,
      })),
    )
    .execute()
}

/** Writes who people are to the child. Nothing is said of parental responsibility or of who lives together: nobody has asked yet. */
export async function insertRelationships(
  scope: Scope,
  childId: string,
  known: { readonly people: readonly NewRelationship[]; readonly from: PlainDate },
): Promise<void> {
  for (const { kind, name, phone } of known.people) {
    const personId = await insertPerson(scope, { ...onlyAName, ...splitName(name), phone })
    await scope.db
      .insertInto('relationships')
      .values({ serviceId: scope.serviceId, childId, personId, kind, startedOn: known.from })
      .execute()
    await placeInFamily(scope, childId, { kind, personId, throughId: null })
  }
}
