import { formatDate } from '#domain/calendar/format-date.ts'
import type { ReferralKind } from '#domain/vocabulary/work.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { insertChild } from '#records/new-child.ts'
import type { Scope } from '#records/scope.ts'
import { addressOf, carersOf, joinKnownChild } from './join-child.ts'
import { identifiersOf, type ChildMatch } from './matches.ts'
import type { GivenReferral } from './new-referral-form.ts'
import type { Stay } from './new-referral-problems.ts'

/** Everything that was decided about a referral before it is saved. */
export interface ReferralToSave {
  readonly given: GivenReferral
  readonly becomes: ReferralKind
  readonly stay: Stay | null
  /** The known child that the referral joins; null: a new child. */
  readonly known: ChildMatch | null
}

/** Saves the referral with its child, offences and stay, and writes all of it down. */
export async function saveReferral(
  scope: Scope,
  toSave: ReferralToSave,
): Promise<{ readonly childId: string; readonly referralId: string }> {
  const { given, known } = toSave
  const { childId, differences } =
    known === null
      ? { childId: await insertNewChild(scope, given), differences: [] }
      : await joinKnownChild(scope, known, given)
  const referralId = await insertReferral(scope, toSave, { childId, differences })
  if (toSave.becomes === 'out-of-court') {
    await insertOffences(scope, given, { childId, referralId })
  }
  if (toSave.stay !== null) await insertDetention(scope, toSave.stay, { given, referralId })
  await insertAuditEntry(scope, {
    action: 'referral.recorded',
    childId,
    subjectId: referralId,
    detail: known === null ? 'new child' : 'joined a known child',
  })
  return { childId, referralId }
}

async function insertNewChild(scope: Scope, given: GivenReferral): Promise<string> {
  const { givenName, familyName, knownAs, bornOn, sex, firstLanguage, receivedOn } = given
  return await insertChild(scope, {
    givenName,
    familyName,
    knownAs,
    bornOn,
    sex,
    firstLanguage,
    identifiers: identifiersOf(given),
    relationships: carersOf(given),
    address: addressOf(given),
    knownFrom: receivedOn,
    source: `Referral from ${given.referredBy}`,
  })
}

async function insertReferral(
  scope: Scope,
  { given, becomes }: ReferralToSave,
  about: { readonly childId: string; readonly differences: readonly string[] },
): Promise<string> {
  const isOrdinary = becomes === 'out-of-court'
  const { id } = await scope.db
    .insertInto('referrals')
    .values({
      serviceId: scope.serviceId,
      childId: about.childId,
      kind: becomes,
      receivedOn: given.receivedOn,
      referredBy: given.referredBy,
      policeContact: given.policeContact,
      admission: isOrdinary ? given.admission : null,
      victimKnown: given.victimKnown === 'not-known' ? null : given.victimKnown === 'yes',
      whatHappened: [
        given.whatHappened,
        ...(isOrdinary ? [] : [daysInWords(given)]),
        ...differencesInWords(about.differences),
      ].join('\n\n'),
      recordedBy: scope.staffId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Without rows of offences, the days would be lost. */
function daysInWords({ offences }: GivenReferral): string {
  const days = new Set(offences.map(offence => formatDate(offence.occurredOn)))
  return `This happened on ${[...days].join(' and ')}.`
}

function differencesInWords(differences: readonly string[]): string[] {
  if (differences.length === 0) return []
  const lines = differences.map(difference => `- ${difference}`)
  return [
    `The referral gave these details, which the child's record does not:\n${lines.join('\n')}`,
  ]
}

interface NewReferralIds {
  readonly childId: string
  readonly referralId: string
}

async function insertOffences(
  scope: Scope,
  { offences }: GivenReferral,
  { childId, referralId }: NewReferralIds,
): Promise<void> {
  await scope.db
    .insertInto('offences')
    .values(
      offences.map(({ title, group, occurredOn, cjsCode }) => ({
        serviceId: scope.serviceId,
        childId,
        referralId,
        title,
        offenceGroup: group,
        cjsCode,
        occurredOn,
      })),
    )
    .execute()
}

async function insertDetention(
  scope: Scope,
  { arrivedAt, releasedAt }: Stay,
  { given, referralId }: { readonly given: GivenReferral; readonly referralId: string },
): Promise<void> {
  await scope.db
    .insertInto('detentions')
    .values({
      serviceId: scope.serviceId,
      referralId,
      station: given.station,
      arrivedAt,
      releasedAt,
      appropriateAdult: given.appropriateAdult,
    })
    .execute()
}
