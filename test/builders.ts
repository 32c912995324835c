import { randomUUID } from 'node:crypto'
import type { Insertable, Kysely } from 'kysely'
import type { Role } from '#domain/access/permissions.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { candidateKeys } from '#domain/matching/candidate-keys.ts'
import { identifierKey } from '#domain/matching/identifiers.ts'
import { personKeys } from '#domain/matching/same-person.ts'
import type { Database } from '#records/schema.ts'
import { inService, type Scope } from '#records/scope.ts'
import { refreshSearchKeys } from '#records/search-keys.ts'

/** Makes two records say that the one child is the other's brother or sister; returns the relationship on the first record. */
export async function aSibling(
  scope: Scope,
  { childId, siblingId }: { readonly childId: string; readonly siblingId: string },
): Promise<string> {
  const { serviceId } = scope
  const sibling = await scope.db
    .selectFrom('children')
    .select(['givenName', 'familyName'])
    .where('serviceId', '=', serviceId)
    .where('id', '=', siblingId)
    .executeTakeFirstOrThrow()
  const { personId, relationshipId } = await somebodyAround(scope, {
    childId,
    kind: 'sibling',
    person: sibling,
    relationship: { startedOn: plainDate('2026-02-01') },
  })
  await scope.db
    .updateTable('children')
    .set({ personId })
    .where('serviceId', '=', serviceId)
    .where('id', '=', siblingId)
    .execute()
  return relationshipId
}

/** Makes a service and returns its id. */
export async function aService(
  db: Kysely<Database>,
  values: Partial<Insertable<Database['services']>> = {},
): Promise<string> {
  const id = values.id ?? randomUUID()
  await inService(db, { serviceId: id, staffId: null }, scope =>
    scope.db
      .insertInto('services')
      .values({
        name: 'Test service',
        areaName: 'Testshire',
        nation: 'England',
        policeForce: 'Testshire Police',
        isDemonstration: true,
        ...values,
        id,
      })
      .execute(),
  )
  return id
}

const agencyOf: Partial<Record<Role, string>> = {
  'police-colleague': 'police',
  'social-worker-read-only': 'childrens-social-care',
}

/** Makes a member of staff, a case manager unless another role is given, and returns the id. */
export async function aStaffMember(
  db: Kysely<Database>,
  serviceId: string,
  values: Partial<Insertable<Database['staff']>> & { readonly role?: Role } = {},
): Promise<string> {
  const role = values.role ?? 'case-manager'
  const { id } = await inService(db, { serviceId, staffId: null }, scope =>
    scope.db
      .insertInto('staff')
      .values({
        name: `Person of role ${role}`,
        agency: agencyOf[role] ?? 'youth-justice-service',
        jobTitle: role,
        ...values,
        role,
        serviceId,
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  return id
}

type Values<Table extends keyof Database> = Partial<Omit<Insertable<Database[Table]>, 'serviceId'>>

/** Makes a child, 14 on 2 March 2026 unless born on another day, and returns the id. */
export async function aChild(scope: Scope, values: Values<'children'> = {}): Promise<string> {
  const child = {
    givenName: 'Robin',
    familyName: 'Example',
    bornOn: plainDate('2011-06-15'),
    sex: 'female',
    ...values,
  }
  const keys = candidateKeys({ ...child, identifiers: [] })
  const { id } = await scope.db
    .insertInto('children')
    .values({
      serviceId: scope.serviceId,
      matchKeys: [...new Set([...keys.givenNames, ...keys.familyNames])],
      ...child,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await refreshSearchKeys(scope, id)
  return id
}

/** Makes an alert on the safety of workers, since 2 February 2026 and looked at again on 1 April 2026, and returns the id. */
export async function anAlert(
  scope: Scope,
  values: Values<'alerts'> & { readonly childId: string; readonly ownerId: string },
): Promise<string> {
  const { id } = await scope.db
    .insertInto('alerts')
    .values({
      serviceId: scope.serviceId,
      kind: 'worker-safety',
      what: 'A dog that is loose in the yard.',
      whatToDo: 'Ring before you come.',
      startedOn: plainDate('2026-02-02'),
      reviewOn: plainDate('2026-04-01'),
      ...values,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Makes a spell, the child's home since January 2026 unless it is something else, and returns the id. */
export async function aCircumstance(
  scope: Scope,
  values: Omit<Values<'circumstances'>, 'facts'> & {
    readonly childId: string
    readonly facts?: Readonly<Record<string, string | number>>
  },
): Promise<string> {
  const { facts = {}, ...spell } = values
  const { id } = await scope.db
    .insertInto('circumstances')
    .values({
      serviceId: scope.serviceId,
      kind: 'address',
      value: '1 Mill Lane, Testford, QZ1 1AA',
      startedOn: plainDate('2026-01-05'),
      source: 'The child',
      ...spell,
      facts: JSON.stringify(facts),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Writes an NHS number into a child's record, and returns the id. */
export async function anIdentifier(
  scope: Scope,
  values: Omit<Values<'childIdentifiers'>, 'valueKey'> & { readonly childId: string },
): Promise<string> {
  const number = { kind: 'nhs', value: '943 476 5919', ...values }
  const { id } = await scope.db
    .insertInto('childIdentifiers')
    .values({ serviceId: scope.serviceId, ...number, valueKey: identifierKey(number) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Makes somebody around a child, Sam Example unless said otherwise, and returns the ids of the person and of the relationship. */
export async function somebodyAround(
  scope: Scope,
  around: {
    readonly childId: string
    readonly kind: string
    readonly person?: Values<'people'>
    readonly relationship?: Values<'relationships'>
  },
): Promise<{ readonly personId: string; readonly relationshipId: string }> {
  const { serviceId } = scope
  const known = { givenName: 'Sam', familyName: 'Example', ...around.person }
  const keys = personKeys({ knownAs: null, ...known })
  const person = await scope.db
    .insertInto('people')
    .values({ serviceId, matchKeys: [...keys], ...known })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { childId, kind } = around
  const relationship = await scope.db
    .insertInto('relationships')
    .values({ serviceId, childId, kind, personId: person.id, ...around.relationship })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { personId: person.id, relationshipId: relationship.id }
}

/** Makes an out-of-court referral from the police, received on 16 February 2026, and returns the id. */
export async function aReferral(
  scope: Scope,
  values: Values<'referrals'> & { readonly childId: string },
): Promise<string> {
  const { id } = await scope.db
    .insertInto('referrals')
    .values({
      serviceId: scope.serviceId,
      kind: 'out-of-court',
      receivedOn: plainDate('2026-02-16'),
      referredBy: 'Testshire Police',
      policeContact: 'voluntary-interview',
      admission: 'admitted',
      victimKnown: false,
      whatHappened: 'Took a bike that was not locked.',
      ...values,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Makes an offence, on 10 February 2026, and returns the id. */
export async function anOffence(
  scope: Scope,
  values: Values<'offences'> & { readonly childId: string },
): Promise<string> {
  const { id } = await scope.db
    .insertInto('offences')
    .values({
      serviceId: scope.serviceId,
      title: 'Theft of a bike',
      offenceGroup: 'THEFT_AND_HANDLING_STOLEN_GOODS',
      occurredOn: plainDate('2026-02-10'),
      ...values,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Makes an intervention, diversion from 2 February 2026, and returns the id. */
export async function anIntervention(
  scope: Scope,
  values: Values<'interventions'> & { readonly childId: string },
): Promise<string> {
  const { id } = await scope.db
    .insertInto('interventions')
    .values({
      serviceId: scope.serviceId,
      kind: 'diversion',
      startedOn: plainDate('2026-02-02'),
      ...values,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Gives a referral or an intervention to a worker from 2 February 2026, and returns the allocation's id. */
export async function anAllocation(
  scope: Scope,
  values: Values<'allocations'> & { readonly childId: string; readonly staffId: string },
): Promise<string> {
  const { id } = await scope.db
    .insertInto('allocations')
    .values({ serviceId: scope.serviceId, startedOn: plainDate('2026-02-02'), ...values })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Makes a community resolution, decided on 2 February 2026 for a child who lives in the area, and returns the id. */
export async function anOutcome(
  scope: Scope,
  values: Values<'outcomes'> & { readonly childId: string },
): Promise<string> {
  const { id } = await scope.db
    .insertInto('outcomes')
    .values({
      serviceId: scope.serviceId,
      kind: 'community-resolution',
      decidedOn: plainDate('2026-02-02'),
      residence: 'local',
      ...values,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Makes a contact, a home visit planned for 9 March 2026, and returns the id. */
export async function aContact(
  scope: Scope,
  values: Values<'contacts'> & { readonly childId: string; readonly staffId: string },
): Promise<string> {
  const { id } = await scope.db
    .insertInto('contacts')
    .values({
      serviceId: scope.serviceId,
      kind: 'home-visit',
      plannedOn: plainDate('2026-03-09'),
      ...values,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Makes a plan with one step, written on 16 February 2026, and returns the id. */
export async function aPlan(
  scope: Scope,
  values: Values<'plans'> & {
    readonly childId: string
    readonly interventionId: string
    readonly authorId: string
  },
): Promise<string> {
  const { serviceId } = scope
  const { id: planId } = await scope.db
    .insertInto('plans')
    .values({
      serviceId,
      writtenOn: plainDate('2026-02-16'),
      strengths: 'You mend bikes.',
      easierForYou: 'We meet at the workshop.',
      keepingSafe: 'Mum knows where you are.',
      contingency: 'If you are followed, ring Mum.',
      restorative: 'Mend the bike that was taken.',
      restorativeKind: 'made-for-child',
      restorativeChoices: 'The bike, or a letter.',
      exitPlan: 'The workshop stays open to you.',
      ...values,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const step = { goal: 'Ride with my friends', step: 'Mend two bikes', who: 'Me', position: 0 }
  await scope.db
    .insertInto('planSteps')
    .values({ serviceId, planId, ...step })
    .execute()
  return planId
}

/** Makes a youth justice panel, on 10 March 2026 at 2pm, and returns the id. */
export async function aPanel(scope: Scope, values: Values<'panels'> = {}): Promise<string> {
  const { id } = await scope.db
    .insertInto('panels')
    .values({
      serviceId: scope.serviceId,
      heldOn: plainDate('2026-03-10'),
      startsAt: '14:00',
      place: 'Testford office',
      ...values,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Lists a referral for a panel, and returns the listing's id. */
export async function aPanelListing(
  scope: Scope,
  values: Values<'panelListings'> & { readonly panelId: string; readonly referralId: string },
): Promise<string> {
  const { id } = await scope.db
    .insertInto('panelListings')
    .values({ serviceId: scope.serviceId, ...values })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Makes a check, with children's social care and done on 20 February 2026, and returns the id. */
export async function aCheck(
  scope: Scope,
  values: Values<'referralChecks'> & { readonly referralId: string },
): Promise<string> {
  const { id } = await scope.db
    .insertInto('referralChecks')
    .values({
      serviceId: scope.serviceId,
      kind: 'childrens-social-care',
      result: 'done',
      checkedOn: plainDate('2026-02-20'),
      note: 'Not known to them.',
      ...values,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Makes an event, a significant change on 23 February 2026 about the case as a whole, and returns the id. */
export async function anEvent(
  scope: Scope,
  values: Values<'caseEvents'> & { readonly childId: string },
): Promise<string> {
  const { id } = await scope.db
    .insertInto('caseEvents')
    .values({
      serviceId: scope.serviceId,
      kind: 'significant-change',
      topic: values.kind === undefined ? 'home-moved' : null,
      happenedOn: plainDate('2026-02-23'),
      note: 'You moved to your aunt’s.',
      ...values,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Makes a short assessment, completed on 20 February 2026 with the risk of harm judged, and returns the id. */
export async function anAssessment(
  scope: Scope,
  values: Values<'assessments'> & {
    readonly childId: string
    readonly authorId: string
    readonly riskOfHarm?: string
  },
): Promise<string> {
  const { riskOfHarm = 'low', ...row } = values
  const { db, serviceId } = scope
  const { id } = await db
    .insertInto('assessments')
    .values({
      serviceId,
      form: 'short',
      formVersion: 1,
      answers: JSON.stringify({ childWords: 'I want to go back to school.' }),
      startedOn: plainDate('2026-02-10'),
      completedOn: plainDate('2026-02-20'),
      ...row,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const reasons = 'Because of what we know.'
  const judgement = { kind: 'risk-of-serious-harm', level: riskOfHarm, reasons }
  await db
    .insertInto('judgements')
    .values({ serviceId, assessmentId: id, ...judgement })
    .execute()
  return id
}
