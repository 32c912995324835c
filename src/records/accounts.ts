import type { Kysely, Selectable } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { isRole, type Role } from '#domain/access/permissions.ts'
import type { AccountsTable, Database } from './schema.ts'
import { inService, whileSigningIn, type Scope } from './scope.ts'
import type { StaffMember } from './staff.ts'

type Instant = Temporal.Instant

/** How one member of staff signs in. The secrets in it are hashed or sealed. */
export type Account = Readonly<Selectable<AccountsTable>> & {
  /** The person's name. */
  readonly name: string
}

const staffColumns = [
  'staff.id',
  'staff.serviceId',
  'staff.teamId',
  'staff.name',
  'staff.role',
  'staff.agency',
  'staff.jobTitle',
] as const

/** The active member of staff whom a session names, and from when their sessions count: null for one without an account. */
export async function findOptionalSessionPerson(
  db: Kysely<Database>,
  about: { readonly serviceId: string; readonly staffId: string },
): Promise<
  { readonly person: StaffMember; readonly sessionsValidFrom: Instant | null } | undefined
> {
  const row = await inService(db, about, scope =>
    scope.db
      .selectFrom('staff')
      .leftJoin('accounts', join =>
        join
          .onRef('accounts.serviceId', '=', 'staff.serviceId')
          .onRef('accounts.staffId', '=', 'staff.id'),
      )
      .select([...staffColumns, 'accounts.sessionsValidFrom'])
      .where('staff.serviceId', '=', about.serviceId)
      .where('staff.id', '=', about.staffId)
      .where('staff.isActive', '=', true)
      .executeTakeFirst(),
  )
  if (row === undefined) return undefined
  const { sessionsValidFrom, ...person } = row
  if (!isRole(person.role)) throw new Error(`Unknown role "${person.role}"`)
  return { person: { ...person, role: person.role }, sessionsValidFrom }
}

type AccountKey =
  | { readonly serviceId: string; readonly id: string }
  | { readonly serviceId: string; readonly staffId: string }

type SignInName = { readonly userName: string } | { readonly email: string }

/**
 * The account of an active member of staff, found outside of any scope: signing in is how a request gets one.
 *
 * @param by the folded user name or e-mail address, or the ids of the account
 */
export async function findOptionalAccount(
  db: Kysely<Database>,
  by: SignInName | AccountKey,
): Promise<Account | undefined> {
  const key = 'serviceId' in by ? by : await findOptionalKey(db, by)
  if (key === undefined) return undefined
  const { serviceId } = key
  return await inService(db, { serviceId, staffId: null }, scope =>
    findOptionalOwnAccount(scope, key),
  )
}

async function findOptionalKey(
  db: Kysely<Database>,
  by: SignInName,
): Promise<AccountKey | undefined> {
  const [column, name] =
    'userName' in by ? (['userName', by.userName] as const) : (['email', by.email] as const)
  return await whileSigningIn(db, name, trx =>
    trx
      .selectFrom('accounts')
      .select(['serviceId', 'id'])
      .where(column, '=', name)
      .executeTakeFirst(),
  )
}

/** The account with these ids, of an active member of staff, within a scope. */
export async function findOptionalOwnAccount(
  scope: Scope,
  key: AccountKey,
): Promise<Account | undefined> {
  const query = scope.db
    .selectFrom('accounts')
    .innerJoin('staff', join =>
      join
        .onRef('staff.serviceId', '=', 'accounts.serviceId')
        .onRef('staff.id', '=', 'accounts.staffId'),
    )
    .selectAll('accounts')
    .select('staff.name')
    .where('staff.isActive', '=', true)
    .where('accounts.serviceId', '=', scope.serviceId)
  return await (
    'id' in key
      ? query.where('accounts.id', '=', key.id)
      : query.where('accounts.staffId', '=', key.staffId)
  ).executeTakeFirst()
}

export interface NewAccount {
  readonly staffId: string
  /** Folded. */
  readonly userName: string
  /** Folded. By it a person is known on the first single sign-on. */
  readonly email: string | null
  /** Null for a person who only signs in through the organisation. */
  readonly passwordHash: string | null
  readonly mustChangePassword: boolean
  readonly now: Instant
}

/** Makes an account and returns its id. @throws a unique violation when the user name or the e-mail address is taken */
export async function insertAccount(
  scope: Scope,
  { now, ...account }: NewAccount,
): Promise<string> {
  const passwordChangedAt = account.passwordHash === null ? null : now
  const { id } = await scope.db
    .insertInto('accounts')
    .values({
      serviceId: scope.serviceId,
      ...account,
      passwordChangedAt,
      sessionsValidFrom: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Makes a member of staff of the service's own agency and returns the id. */
export async function insertStaffMember(
  scope: Scope,
  person: { readonly name: string; readonly role: Role; readonly jobTitle: string },
): Promise<string> {
  const { id } = await scope.db
    .insertInto('staff')
    .values({ serviceId: scope.serviceId, agency: 'youth-justice-service', ...person })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Gives a person another role, when their organisation's groups say so. */
export async function updateRole(scope: Scope, staffId: string, role: Role): Promise<void> {
  await scope.db
    .updateTable('staff')
    .set({ role })
    .where('serviceId', '=', scope.serviceId)
    .where('id', '=', staffId)
    .execute()
}

/** Sets a password that the person chose; every session that has begun ends with it. */
export async function updatePassword(
  scope: Scope,
  accountId: string,
  { passwordHash, now }: { readonly passwordHash: string; readonly now: Instant },
): Promise<void> {
  await change(scope, accountId, {
    passwordHash,
    passwordChangedAt: now,
    mustChangePassword: false,
    sessionsValidFrom: now,
  })
}

/** Keeps the same password under a stronger hash, unless it was changed meanwhile. */
export async function updatePasswordHash(
  scope: Scope,
  accountId: string,
  hashes: { readonly was: string; readonly becomes: string },
): Promise<void> {
  await scope.db
    .updateTable('accounts')
    .set({ passwordHash: hashes.becomes })
    .where('serviceId', '=', scope.serviceId)
    .where('id', '=', accountId)
    .where('passwordHash', '=', hashes.was)
    .execute()
}

/** Ends every session of the account that has begun. */
export async function endSessions(scope: Scope, accountId: string, now: Instant): Promise<void> {
  await change(scope, accountId, { sessionsValidFrom: now })
}

/** Sets the second factor, with the step of the code that proved it: that code is used. */
export async function updateSecondFactor(
  scope: Scope,
  accountId: string,
  factor: {
    readonly totpSecret: string
    readonly step: number
    readonly recoveryCodeHashes: readonly string[]
    readonly now: Instant
  },
): Promise<void> {
  await change(scope, accountId, {
    totpSecret: factor.totpSecret,
    totpLastStep: factor.step,
    secondFactorSince: factor.now,
    recoveryCodeHashes: [...factor.recoveryCodeHashes],
  })
}

/** Puts new recovery codes in the place of the old ones. */
export async function updateRecoveryCodes(
  scope: Scope,
  accountId: string,
  recoveryCodeHashes: readonly string[],
): Promise<void> {
  await change(scope, accountId, { recoveryCodeHashes: [...recoveryCodeHashes] })
}

/** Uses up a code's time step; false when that step or a later one was used already, also by a request at the same moment. */
export async function spendTotpStep(
  scope: Scope,
  accountId: string,
  step: number,
): Promise<boolean> {
  const spent = await scope.db
    .updateTable('accounts')
    .set({ totpLastStep: step })
    .where('serviceId', '=', scope.serviceId)
    .where('id', '=', accountId)
    .where(({ eb, or }) => or([eb('totpLastStep', 'is', null), eb('totpLastStep', '<', step)]))
    .returning('id')
    .executeTakeFirst()
  return spent !== undefined
}

/** Uses up a recovery code; false when the account has no such code (any more). */
export async function spendRecoveryCode(
  scope: Scope,
  accountId: string,
  codeHash: string,
): Promise<boolean> {
  const spent = await scope.db
    .updateTable('accounts')
    .set(({ fn, val }) => ({
      recoveryCodeHashes: fn<string[]>('array_remove', ['recoveryCodeHashes', val(codeHash)]),
    }))
    .where('serviceId', '=', scope.serviceId)
    .where('id', '=', accountId)
    .where(({ eb, fn, val }) => eb(val(codeHash), '=', fn.any('recoveryCodeHashes')))
    .returning('id')
    .executeTakeFirst()
  return spent !== undefined
}

async function change(
  scope: Scope,
  accountId: string,
  values: Partial<Selectable<AccountsTable>>,
): Promise<void> {
  await scope.db
    .updateTable('accounts')
    .set(values)
    .where('serviceId', '=', scope.serviceId)
    .where('id', '=', accountId)
    .execute()
}
