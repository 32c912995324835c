import type { FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { sessionDecision, type SessionDecision } from '#domain/access/sign-in/session-decision.ts'
import { findOptionalSessionPerson } from '#records/accounts.ts'
import type { Database } from '#records/schema.ts'
import type { StaffMember } from '#records/staff.ts'

type Instant = Temporal.Instant

declare module 'fastify' {
  interface Session {
    /** Instants are kept as text: a session is JSON. */
    startedAt?: string | undefined
    seenAt?: string | undefined
    /** When the person last typed their password. */
    confirmedAt?: string | undefined
    mustChangePassword?: boolean | undefined
    /** The password was right, the second factor is to come. */
    awaited?:
      { readonly serviceId: string; readonly accountId: string; readonly since: string } | undefined
    /** A sign-in through the organisation that has not come back. */
    organisation?: PendingSignIn | undefined
  }
}

/** What has to come back from the identity provider, and what proves that it was asked for here. */
export interface PendingSignIn {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
}

/** Begins a session under a new id, so that nobody who knew the old one shares it. */
export async function beginSession(
  request: FastifyRequest,
  person: { readonly id: string; readonly serviceId: string },
  now: Instant,
  how: { readonly byPassword?: boolean; readonly mustChangePassword?: boolean } = {},
): Promise<void> {
  await request.session.regenerate()
  const at = now.toString()
  request.session.set('staffId', person.id)
  request.session.set('serviceId', person.serviceId)
  request.session.set('startedAt', at)
  request.session.set('seenAt', at)
  if (how.byPassword === true) request.session.set('confirmedAt', at)
  if (how.mustChangePassword === true) request.session.set('mustChangePassword', true)
}

/** Use is noted once in so many seconds: each note is a write that waits for the disk. An idle session may end that much sooner. */
const notedEverySeconds = 60

const endedBecause: Record<(SessionDecision & { kind: 'ended' })['because'], string> = {
  idle: 'You were signed out because nothing was opened for a while.',
  'too-long': 'You were signed out at the end of the day. Sign in again to go on.',
  'signed-out-everywhere': 'You were signed out everywhere. Sign in again to go on.',
}

/** Who this request's session is for, as long as it stands; the request itself keeps it going. */
export async function signedInPerson(
  db: Kysely<Database>,
  request: FastifyRequest,
  now: Instant,
): Promise<StaffMember | null> {
  const { session } = request
  const { staffId, serviceId, startedAt, seenAt } = session
  if (staffId === undefined || serviceId === undefined) return null
  if (startedAt === undefined || seenAt === undefined) return null
  const found = await findOptionalSessionPerson(db, { serviceId, staffId })
  if (found === undefined) return null
  const decision = sessionDecision(
    {
      startedAt: Temporal.Instant.from(startedAt),
      seenAt: Temporal.Instant.from(seenAt),
      validFrom: found.sessionsValidFrom,
    },
    now,
  )
  if (decision.kind === 'ended') {
    session.set('staffId', undefined)
    session.set('message', session.message ?? endedBecause[decision.because])
    return null
  }
  const nextNote = Temporal.Instant.from(seenAt).add({ seconds: notedEverySeconds })
  if (nextNote.since(now).sign <= 0) session.set('seenAt', now.toString())
  return found.person
}
