import type { FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import { may, type Permission } from '#domain/access/permissions.ts'
import type { Clock } from '#platform/clock.ts'
import type { CredentialKeys } from '#platform/credentials/keys.ts'
import { HttpError, NotFound } from '#platform/http/errors.ts'
import type { PageHost, Purpose } from '#platform/http/router.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findOptionalKeptId } from '#records/merging/merges.ts'
import { shareChild } from '#records/merging/rows-of-children.ts'
import { findDoor } from '#records/restrictions.ts'
import type { Database } from '#records/schema.ts'
import { inService, type Scope } from '#records/scope.ts'
import type { StaffMember } from '#records/staff.ts'
import { claimForm, settleForm } from '#records/submissions.ts'
import { findReach, type Viewer } from '#records/visible-children.ts'
import { framePage, type Surroundings } from './frame.ts'
import { keepingForms } from './keeping-forms.ts'
import { childInUrl, type PageContext } from './page.ts'
import { urgentAccessPage } from './restricted/urgent-access.ts'
import { urgentAccessPattern } from './restricted/urls.ts'
import { signedInPerson } from './session.ts'

interface HostOptions {
  readonly db: Kysely<Database>
  readonly clock: Clock
  readonly around: Surroundings
  readonly keys: CredentialKeys
  readonly isHttps: boolean
}

/** What the pages ask of Alongside: who is this, may they, in which transaction, and is the look written down. */
export function pageHost({
  db,
  clock,
  around,
  keys,
  isHttps,
}: HostOptions): PageHost<PageContext, Permission, StaffMember> {
  return {
    signInUrl: '/sign-in',
    userOf: request => signedInPerson(db, request, clock.now()),
    may: (user, permission) => may(user.role, permission),
    open: async (user, request, purpose, work) => {
      const who = { serviceId: user.serviceId, staffId: user.id }
      try {
        return await inService(db, who, async scope => {
          const [today, now] = [clock.today(), clock.now()]
          const viewer = { ...user, reach: await findReach(scope, user.role), today, now }
          await openChild(scope, viewer, request, purpose)
          return await work({ scope, user: viewer, today, now })
        })
      } catch (error) {
        if (error instanceof NotFound) await noteRefusal(db, user, request)
        throw error
      }
    },
    formContextOf: context => ({ today: context.today }),
    claimForm: async ({ scope, user }, formKey, request) => {
      const claim = await claimForm(scope, formKey)
      if (claim === 'claimed') await holdChild(scope, user, request)
      return claim
    },
    keeping: keepingForms({ db, clock, keys, isHttps }),
    settleForm: ({ scope }, formKey, wentTo) => settleForm(scope, formKey, wentTo),
    addressInstead: refusal => (refusal instanceof MergedRecord ? refusal.to : null),
    pageInstead: refusal => (refusal instanceof RestrictedRecord ? urgentAccessPage : null),
    noteRefusal: (user, request) => noteRefusal(db, user, request),
    frame: (view, about) => framePage(view, about, around),
  }
}

/** The record is for named people only, and this person is none of them. */
class RestrictedRecord extends HttpError {
  constructor() {
    super(403, 'restricted', 'Only named people may open this record.')
  }
}

/** The record was merged into another, which has everything that this address led to. */
class MergedRecord extends HttpError {
  readonly to: string

  constructor(to: string) {
    super(307, 'merged', 'This record was merged into another.')
    this.to = to
  }
}

/**
 * Somebody who follows a link to a record that was merged is sent on to the one that was kept, if they may know of that one.
 *
 * @throws MergedRecord when they may
 */
async function followMerge(
  scope: Scope,
  viewer: Viewer,
  { url }: FastifyRequest,
  childId: string,
): Promise<void> {
  const keptId = await findOptionalKeptId(scope, childId)
  if (keptId === undefined) return
  const door = await findDoor(scope, viewer, keptId)
  if (door !== 'none') throw new MergedRecord(url.replaceAll(childId, keptId))
}

/**
 * Nobody merges the child's record while a form of it is acted on. It comes after the claim of the form: whoever waits for a claim holds
 * nothing that others wait for.
 */
async function holdChild(scope: Scope, viewer: Viewer, request: FastifyRequest): Promise<void> {
  const childId = childOf(request)
  if (childId === null) return
  await shareChild(scope, childId)
  await followMerge(scope, viewer, request, childId)
}

/**
 * A page about a child opens only for someone who may know of the child, and the look is written down with it. Of a restricted record
 * there is one page for others: the one that says so.
 */
async function openChild(
  scope: Scope,
  viewer: Viewer,
  request: FastifyRequest,
  purpose: Purpose,
): Promise<void> {
  const childId = childOf(request)
  if (childId === null) return
  const door = await findDoor(scope, viewer, childId)
  if (door === 'none') {
    await followMerge(scope, viewer, request, childId)
    throw new NotFound()
  }
  if (door === 'restricted') {
    if (purpose !== 'instead' && pageOf(request) !== urgentAccessPattern) {
      throw new RestrictedRecord()
    }
    if (purpose === 'change') return
    const detail = pageOf(request)
    await insertAuditEntry(scope, { action: 'child.met-restricted', childId, detail })
    return
  }
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
