import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import { signInLimitsAt } from '#domain/access/sign-in/limits.ts'
import { networkOf } from '#domain/access/sign-in/network-of.ts'
import { signInDecision } from '#domain/access/sign-in/sign-in-decision.ts'
import type { Clock } from '#platform/clock.ts'
import { addDevice, deviceDays, knownDevice } from '#platform/credentials/device-token.ts'
import { keyedHash } from '#platform/credentials/keyed-hash.ts'
import type { CredentialKeys } from '#platform/credentials/keys.ts'
import { insertAuditEntry } from '#records/audit.ts'
import type { Account } from '#records/accounts.ts'
import type { Database } from '#records/schema.ts'
import { inService } from '#records/scope.ts'
import { beginAttempt, settleAttempt } from '#records/sign-in-attempts.ts'
import { findOptionalStaffMember } from '#records/staff.ts'
import { firstSectionFor, type Surroundings } from '../frame.ts'
import { beginSession } from '../session.ts'
import { passwordUrl, signInUrl } from './urls.ts'

/** What the pages of accounts need. */
export interface AccountsDesk {
  readonly db: Kysely<Database>
  readonly clock: Clock
  readonly around: Surroundings
  readonly keys: CredentialKeys
  readonly isHttps: boolean
}

const deviceCookie = 'alongside-device'

/**
 * Lets a password or a code be tried when it may be: `check` does not even run otherwise. Both ends look the same from outside.
 *
 * @returns what `check` found and the id of the try, to be settled or dropped; null when it was wrong or too soon
 */
export async function tryOnce<Proof>(
  desk: AccountsDesk,
  request: FastifyRequest,
  userName: string,
  check: () => Promise<Proof | null>,
): Promise<{ readonly proof: Proof; readonly attemptId: number } | null> {
  const now = desk.clock.now()
  const { attempt: key, device: deviceKey } = desk.keys
  const device = knownDevice(deviceKey, request.cookies[deviceCookie], { userName, now })
  const trier = {
    userNameHash: keyedHash(key, 'user name', userName),
    addressHash: keyedHash(key, 'network', networkOf(request.ip)),
    deviceHash: device === null ? null : keyedHash(key, 'device', device),
  }
  const attemptId = await beginAttempt(desk.db, trier, {
    now,
    keepDays: signInLimitsAt(now).keepAttemptsDays,
    decide: attempts => signInDecision(attempts, now).kind === 'try',
  })
  if (attemptId === null) return null
  const proof = await check()
  return proof === null ? null : { proof, attemptId }
}

/** The person has shown who they are: their session begins, and this device is known from now on. */
export async function letIn(
  desk: AccountsDesk,
  turn: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  account: Account,
  attemptId: number,
): Promise<FastifyReply> {
  const { request, reply } = turn
  const { serviceId, staffId, userName, mustChangePassword } = account
  const now = desk.clock.now()
  const person = await findOptionalStaffMember(desk.db, { serviceId, staffId })
  if (person === undefined) return await reply.redirect(signInUrl, 303)
  await settleAttempt(desk.db, attemptId)
  await beginSession(request, person, now, { byPassword: true, mustChangePassword })
  await inService(desk.db, { serviceId, staffId }, scope =>
    insertAuditEntry(scope, { action: 'session.started', subjectId: staffId, detail: 'password' }),
  )
  const known = addDevice(desk.keys.device, request.cookies[deviceCookie], { userName, now })
  void reply.setCookie(deviceCookie, known, {
    httpOnly: true,
    sameSite: 'lax',
    secure: desk.isHttps,
    path: '/',
    maxAge: deviceDays * 24 * 60 * 60,
  })
  return await reply.redirect(mustChangePassword ? passwordUrl : firstSectionFor(person), 303)
}
