import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { insertAuditEntry } from '#records/audit.ts'
import { aChild } from '#test/builders.ts'
import { startApp } from '#test/start-app.ts'
import { childUrl } from '../children/urls.ts'
import { routes } from '../routes.ts'
import { pageWords } from './page-words.ts'
import { looksUrl } from './urls.ts'

const app = await startApp()
afterAll(() => app.close())

type Page = Awaited<ReturnType<typeof app.get>>

function rowsOf({ $ }: Page): string[][] {
  return $('tbody tr')
    .toArray()
    .map(line =>
      $(line)
        .find('td')
        .toArray()
        .map(cell => $(cell).text().trim()),
    )
}

async function writeEntries(childId: string, count: number): Promise<void> {
  await app.inService(async scope => {
    for (let index = 1; index <= count; index += 1) {
      const detail = '/children/:childId/plans/:planId'
      await insertAuditEntry(scope, { action: 'child.looked-at', childId, detail })
    }
  })
}

describe('who looked', () => {
  it('shows a manager who opened the record, at what, and who changed it, newest first', async () => {
    const childId = await app.inService(scope => aChild(scope))
    await app.get(childUrl(childId), 'case-manager')
    await app.inService(scope =>
      insertAuditEntry(
        { ...scope, staffId: app.staff['case-manager'] },
        { action: 'plan.signed', childId },
      ),
    )
    const page = await app.get(looksUrl(childId), 'team-manager')
    expect(page.status).toBe(200)
    expect(page.h1).toBe('Who looked')
    expect(rowsOf(page).map(([, who, what]) => [who, what])).toEqual([
      ['Person of role team-managerTeam manager', 'Looked at: Who looked'],
      ['Person of role case-managerCase manager', 'Changed: Plan signed'],
      ['Person of role case-managerCase manager', 'Looked at: The child on one screen'],
    ])
    expect(rowsOf(page)[0]?.[0]).toMatch(/^\d+ \w{3} \d{4}, (\d+(:\d\d)?(am|pm)|midday|midnight)$/)
  })

  it('shows nothing of another child', async () => {
    const childId = await app.inService(scope => aChild(scope))
    await writeEntries(await app.inService(scope => aChild(scope)), 3)
    expect(rowsOf(await app.get(looksUrl(childId), 'head-of-service'))).toHaveLength(1)
  })

  it('goes by pages of a hundred, and shows each entry once', async () => {
    const childId = await app.inService(scope => aChild(scope))
    await writeEntries(childId, 150)
    const newest = await app.get(looksUrl(childId), 'team-manager')
    expect(rowsOf(newest)).toHaveLength(100)
    expect(newest.$('a[rel=prev]')).toHaveLength(0)
    const older = newest.$('a[rel=next]').attr('href') ?? ''
    const oldest = await app.get(older, 'team-manager')
    // 150, and the look at the first page; the second is newer than what it shows.
    expect(rowsOf(oldest)).toHaveLength(51)
    expect(oldest.$('a[rel=next]')).toHaveLength(0)
    expect(oldest.$('a[rel=prev]').attr('href')).toBe(looksUrl(childId))
  })

  it('finds its page by the index', async () => {
    const childId = await app.inService(scope => aChild(scope))
    await app.inService(scope =>
      sql`insert into audit_entries (service_id, child_id, action)
        select ${scope.serviceId}, case number % 50 when 0 then ${childId} else gen_random_uuid() end, 'child.looked-at'
        from generate_series(1, 10000) as number`.execute(scope.db),
    )
    await sql`analyze audit_entries`.execute(app.db)
    const { rows } = await app.inService(async scope => {
      return await sql<Record<string, string>>`
        explain select id from audit_entries where service_id = ${scope.serviceId} and child_id = ${childId} and id < 9000
        order by id desc limit 101`.execute(scope.db)
    })
    const plan = rows.flatMap(row => Object.values(row)).join('\n')
    expect(plan).toMatch(/Backward using audit_entries_by_child/)
    expect(plan).not.toMatch(/Sort/)
  })

  it.each(['case-manager', 'performance-officer', 'police-colleague'] as const)(
    'is not for a %s',
    async role => {
      const childId = await app.inService(scope => aChild(scope))
      expect((await app.get(looksUrl(childId), role)).status).toBe(403)
    },
  )

  it('has words for every page about a child', () => {
    const aboutChildren = routes.map(route => route.url).filter(url => url.includes(':childId'))
    expect(aboutChildren.filter(url => pageWords[url] === undefined)).toEqual([])
    expect(Object.keys(pageWords).filter(url => !aboutChildren.includes(url))).toEqual([])
  })
})
