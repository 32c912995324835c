import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { may, roles, type Role } from '#domain/access/permissions.ts'
import { inService } from '#records/scope.ts'
import { aService, aStaffMember } from './builders.ts'
import { filled, pages } from './permissions/addresses.ts'
import { oneOfEach, type Ids } from './permissions/one-of-each.ts'
import { startApp, type TestPage } from './start-app.ts'

const app = await startApp()
afterAll(() => app.close())

let ours: Ids = {}
let theirs: Ids = {}
beforeAll(async () => {
  ours = await oneOfEach({ ...app, worker: app.staff['case-manager'] })
  const serviceId = await aService(app.db)
  const worker = await aStaffMember(app.db, serviceId)
  theirs = await oneOfEach({
    today: app.today,
    worker,
    inService: work => inService(app.db, { serviceId, staffId: null }, work),
  })
})

/** Named in an address, but no record of a service: rules, measures and kinds are everybody's. */
const isRecord = (name: string) =>
  !['ruleId', 'parameter', 'measureId', 'figureId', 'circumstanceKind', 'section', 'tool'].includes(
    name,
  )
/** Every address that names records, with all of them another service's, or one of them. */
const links = pages.flatMap(({ url, page }) => {
  const role = (Object.keys(roles) as Role[]).findLast(
    one => isOwnRole(one) && may(one, page.permission),
  )
  const names = [...url.matchAll(/:(\w+)/gu)].map(([, name = '']) => name).filter(isRecord)
  if (role === undefined || names.length === 0) return []
  const each = names.length === 1 ? [] : names.map(name => [name])
  return [names, ...each].map(swapped => ({ url, page, role, swapped }))
})

/** Of the service itself: they reach all its children. */
function isOwnRole(role: Role): boolean {
  return ['case-manager', 'team-manager', 'head-of-service', 'business-support'].includes(role)
}

type Link = (typeof links)[number]

function addressOf({ url, swapped }: Link): string {
  const of = (name: string) => (swapped.includes(name) ? theirs : ours)
  const ids = Object.fromEntries(Object.keys(ours).map(name => [name, of(name)[name] ?? '']))
  const safeguardingReferralId = of('referralId')['safeguardingReferralId'] ?? ''
  return filled(url, { ...ids, safeguardingReferralId })
}

async function refusals(): Promise<{ staffId: string | null; detail: string | null }[]> {
  return await app.db
    .selectFrom('auditEntries')
    .select(['staffId', 'detail'])
    .where('serviceId', '=', app.serviceId)
    .where('action', '=', 'page.refused')
    .orderBy('id')
    .execute()
}

/** What is wrong with the answer to a link: anything but "not found", written down once. */
async function wrongWith(link: Link, follow: () => Promise<TestPage>): Promise<string[]> {
  const before = await refusals()
  const { status } = await follow()
  const written = (await refusals()).slice(before.length)
  const right =
    status === 404 &&
    written.length === 1 &&
    written.every(one => one.staffId === app.staff[link.role] && one.detail === link.url)
  return right ? [] : [`${link.url} with ${link.swapped.join()}: ${status}, ${written.length}`]
}

describe("a link to another service's record", () => {
  it('is tried for many pages', () => {
    expect(links.length).toBeGreaterThan(60)
  })

  it('leads nowhere and is written down, whichever of its records is the other’s', async () => {
    const wrong: string[] = []
    for (const link of links) {
      wrong.push(...(await wrongWith(link, () => app.get(addressOf(link), link.role))))
    }
    expect(wrong).toEqual([])
  })

  it('takes no form', async () => {
    const wrong: string[] = []
    for (const link of links.filter(({ page }) => page.takesForms)) {
      const token = (await app.get('/rules', link.role))
        .$('input[name=_csrf]')
        .first()
        .attr('value')
      const form = { _csrf: token ?? '', _form: randomUUID() }
      const send = () => app.sendBare(addressOf(link), form, link.role)
      wrong.push(...(await wrongWith(link, send)))
    }
    expect(wrong).toEqual([])
  })
})
