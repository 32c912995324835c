import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { roleOfGroups, type GroupRole } from '#domain/access/sign-in/role-of-groups.ts'
import type { Role } from '#domain/access/permissions.ts'
import { foldUserName } from '#domain/access/sign-in/user-name.ts'
import { findOptionalAccount, updateRole } from '#records/accounts.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findOptionalLink, insertLink } from '#records/identity-links.ts'
import { inService, type Scope } from '#records/scope.ts'
import { findOptionalStaffMember, type StaffMember } from '#records/staff.ts'
import { firstSectionFor } from '../frame.ts'
import type { AccountsDesk } from './desk.ts'
import { oidcClient, type OidcSettings, type ProvenIdentity } from './oidc.ts'
import { refusalBody, refusals, type Refusal } from './organisation.html.ts'
import { beginSession } from '../session.ts'
import { sendSignedOut } from './signed-out-page.ts'
import { organisationBackUrl, organisationUrl } from './urls.ts'

/** Signing in through the organisation: there and back. */
export function registerOrganisation(
  app: FastifyInstance,
  desk: AccountsDesk,
  settings: OidcSettings,
): void {
  const oidc = oidcClient(settings)

  app.get(organisationUrl, async (request, reply) => {
    try {
      const { url, pending } = await oidc.begin()
      request.session.set('organisation', pending)
      return await reply.redirect(url, 303)
    } catch (error) {
      return await sendRefusal(desk, { request, reply, error }, 'not-proven')
    }
  })

  app.get(organisationBackUrl, async (request, reply) => {
    const turn = { request, reply }
    const pending = request.session.organisation
    // Taken before it is used: the same answer cannot be sent a second time.
    request.session.set('organisation', undefined)
    if (pending === undefined) return await sendRefusal(desk, turn, 'not-proven')
    let identity: ProvenIdentity
    try {
      identity = await oidc.finish(queryOf(request), pending)
    } catch (error) {
      return await sendRefusal(desk, { ...turn, error }, 'not-proven')
    }
    const found = await personOf(desk, identity, settings.roles)
    if (typeof found === 'string') return await sendRefusal(desk, turn, found)
    await beginSession(request, found, desk.clock.now())
    return await reply.redirect(firstSectionFor(found), 303)
  })
}

function queryOf(request: FastifyRequest): string {
  const at = request.url.indexOf('?')
  return at < 0 ? '' : request.url.slice(at)
}

/** Who an identity is here, with the role that the groups give: by the link, or by the e-mail address the first time. */
async function personOf(
  { db, clock }: AccountsDesk,
  identity: ProvenIdentity,
  roles: readonly GroupRole[],
): Promise<StaffMember | Refusal> {
  const role = roleOfGroups(identity.groups, roles)
  if (role === null) return 'no-role'
  const linked = await findOptionalLink(db, identity)
  const about = linked ?? (await accountByEmail(db, identity))
  if (about === undefined) return 'unknown'
  const person = await findOptionalStaffMember(db, about)
  if (person === undefined) return 'unknown'
  return await inService(db, about, async scope => {
    if (linked === undefined) {
      if (!(await insertLink(scope, person.id, { ...identity, now: clock.now() }))) return 'unknown'
      await insertAuditEntry(scope, { action: 'identity.linked', subjectId: person.id })
    }
    await takeRole(scope, person, role)
    const action = 'session.started'
    await insertAuditEntry(scope, { action, subjectId: person.id, detail: 'single sign-on' })
    return { ...person, role }
  })
}

async function accountByEmail(db: AccountsDesk['db'], { verifiedEmail }: ProvenIdentity) {
  if (verifiedEmail === null) return undefined
  return await findOptionalAccount(db, { email: foldUserName(verifiedEmail) })
}

async function takeRole(scope: Scope, person: StaffMember, role: Role): Promise<void> {
  if (person.role === role) return
  await updateRole(scope, person.id, role)
  const detail = `${person.role} to ${role}`
  await insertAuditEntry(scope, { action: 'staff.role-changed', subjectId: person.id, detail })
}

interface Turn {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly error?: unknown
}

async function sendRefusal(desk: AccountsDesk, turn: Turn, refusal: Refusal) {
  // The kind of failure only: what a provider answers can name people.
  if (turn.error instanceof Error) turn.request.log.warn({ failure: turn.error.name }, 'sign-on')
  return await sendSignedOut(desk, turn, {
    title: refusals[refusal].title,
    status: 403,
    body: () => refusalBody(refusal),
  })
}
