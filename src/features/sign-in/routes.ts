import type { FastifyInstance } from 'fastify'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { roles, type Role } from '#domain/access/permissions.ts'
import type { Clock } from '#platform/clock.ts'
import { html, type Html } from '#platform/views/html.ts'
import { layout } from '#platform/views/layout.ts'
import { insertAuditEntry } from '#records/audit.ts'
import type { Database } from '#records/schema.ts'
import { inService } from '#records/scope.ts'
import { listDemonstrationStaff, type StaffMember } from '#records/staff.ts'
import { firstSectionFor, type Surroundings } from '../frame.ts'
import { beginSession, signedInPerson } from '../session.ts'
import { demonstrationSignIn, noSignIn } from './sign-in.html.ts'

const choice = z.object({ staffId: z.uuid() })

/** Sign-in and sign-out: the only pages that can be opened by nobody in particular. */
export function registerSignIn(
  app: FastifyInstance,
  {
    db,
    clock,
    around,
  }: { readonly db: Kysely<Database>; readonly clock: Clock; readonly around: Surroundings },
): void {
  const show = (body: Html, errors = false) =>
    layout({
      title: 'Sign in',
      body,
      currentUrl: '/sign-in',
      serviceName: around.serviceName,
      assetVersion: around.assetVersion,
      demoNotice: around.isDemonstration,
      errors,
    })

  app.get('/', async (request, reply) => {
    const person = await signedInPerson(db, request, clock.now())
    return await reply.redirect(person === null ? '/sign-in' : firstSectionFor(person), 303)
  })

  app.get('/sign-in', async (_request, reply) => {
    const people = await onePerRole(db)
    const hidden = html`<input type="hidden" name="_csrf" value="${reply.generateCsrf()}" />`
    return await reply
      .type('text/html; charset=utf-8')
      .send(show(people.length === 0 ? noSignIn() : demonstrationSignIn(people, hidden)))
  })

  app.post('/sign-in', { preHandler: app.csrfProtection }, async (request, reply) => {
    const chosen = choice.safeParse(request.body)
    const person = (await listDemonstrationStaff(db)).find(one => one.id === chosen.data?.staffId)
    if (person === undefined) return await reply.redirect('/sign-in', 303)
    await beginSession(request, person, clock.now())
    await noteSession(db, person, 'session.started')
    return await reply.redirect(firstSectionFor(person), 303)
  })

  app.post('/sign-out', { preHandler: app.csrfProtection }, async (request, reply) => {
    await request.session.destroy()
    return await reply.redirect('/sign-in', 303)
  })
}

/** A few of each role, so that the choice fits on a screen: three case managers, two managers, one of the rest. */
async function onePerRole(db: Kysely<Database>): Promise<StaffMember[]> {
  const people = await listDemonstrationStaff(db)
  const shown: Partial<Record<Role, number>> = { 'case-manager': 3, 'team-manager': 2 }
  return (Object.keys(roles) as Role[]).flatMap(role =>
    people.filter(person => person.role === role).slice(0, shown[role] ?? 1),
  )
}

async function noteSession(
  db: Kysely<Database>,
  person: StaffMember,
  action: string,
): Promise<void> {
  const who = { serviceId: person.serviceId, staffId: person.id }
  await inService(db, who, scope => insertAuditEntry(scope, { action, subjectId: person.id }))
}
