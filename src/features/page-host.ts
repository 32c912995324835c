import type { FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import { may, type Permission } from '#domain/access/permissions.ts'
import type { Clock } from '#platform/clock.ts'
import { NotFound } from '#platform/http/errors.ts'
import type { PageHost } from '#platform/http/router.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild } from '#records/children.ts'
import type { Database } from '#records/schema.ts'
import { inService, type Scope } from '#records/scope.ts'
import type { StaffMember } from '#records/staff.ts'
import { claimForm, settleForm } from '#records/submissions.ts'
import { framePage, type Surroundings } from './frame.ts'
import { childInUrl, type PageContext } from './page.ts'
import { signedInPerson } from './session.ts'

interface HostOptions {
  readonly db: Kysely<Database>
  readonly clock: Clock
  readonly around: Surroundings
}

/** What the pages ask of Alongside: who is this, may they, in which transaction, and is the look written down. */
export function pageHost({
  db,
  clock,
  around,
}: HostOptions): PageHost<PageContext, Permission, StaffMember> {
  return {
    signInUrl: '/sign-in',
    userOf: request => signedInPerson(db, request, clock.now()),
    may: (user, permission) => may(user.role, permission),
    open: async (user, request, purpose, work) => {
      const who = { serviceId: user.serviceId, staffId: user.id }
      try {
        return await inService(db, who, async scope => {
          await openChild(scope, user, request, purpose)
          return await work({ scope, user, today: clock.today(), now: clock.now() })
        })
      } catch (error) {
        if (error instanceof NotFound) await noteRefusal(db, user, request)
        throw error
      }
    },
    formContextOf: context => ({ today: context.today }),
    claimForm: ({ scope }, formKey) => claimForm(scope, formKey),
    settleForm: ({ scope }, formKey, wentTo) => settleForm(scope, formKey, wentTo),
    noteRefusal: (user, request) => noteRefusal(db, user, request),
    frame: (view, about) => framePage(view, about, around),
  }
}

/** A page about a child opens only for someone who may know of the child, and the look is written down with it. */
async function openChild(
  scope: Scope,
  user: StaffMember,
  request: FastifyRequest,
  purpose: 'look' | 'change',
): Promise<void> {
  const childId = childOf(request)
  if (childId === null) return
  await findChild(scope, user, childId)
  if (purpose === 'change') return
  await insertAuditEntry(scope, { action: 'child.looked-at', childId, detail: pageOf(request) })
}

/** @throws NotFound when the URL has a child in it that cannot be an id */
function childOf(request: FastifyRequest): string | null {
  const params = request.params
  if (typeof params !== 'object' || params === null || !('childId' in params)) return null
  const read = childInUrl.safeParse(params)
  if (!read.success) throw new NotFound()
  return read.data.childId
}

/** The page by its pattern, never by its address: an address can name a child. */
function pageOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'unknown'
}

async function noteRefusal(
  db: Kysely<Database>,
  user: StaffMember,
  request: FastifyRequest,
): Promise<void> {
  const who = { serviceId: user.serviceId, staffId: user.id }
  await inService(db, who, scope =>
    insertAuditEntry(scope, { action: 'page.refused', detail: pageOf(request) }),
  )
}
