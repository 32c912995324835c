import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql, type Kysely } from 'kysely'
import { readSearchBox } from '#domain/search/search-terms.ts'
import { connect } from '#platform/db/connect.ts'
import { startLocalPostgres } from '#platform/db/local-postgres/start-local-postgres.ts'
import { migrateToLatest } from '#platform/db/migrate.ts'
import { selectFoundChildren } from '#records/found-children.ts'
import { leadOf, listedColumns } from '#records/listed-children.ts'
import type { Database } from '#records/schema.ts'
import { inService, type Scope } from '#records/scope.ts'
import { makeEveryMissingSearchKey } from '#records/search-keys.ts'
import { isVisibleTo, type Viewer } from '#records/visible-children.ts'
import { aService, aStaffMember } from '#test/builders.ts'
import { fillWithChildren, numberedChild, type NumberedChild } from '#test/many-children.ts'
import { asOwner, today } from './databases.ts'
import { inRounds, ratios, spreadOf, timeOf, type Spread } from './rounds.ts'

/** As many as the issue that set the target names. */
export const childrenSearched = 100_000

export interface SearchComparison {
  readonly name: string
  /** Children found, of 50 at most and one to say that there are more. */
  readonly found: number
  readonly milliseconds: Spread
  readonly lookUp: Spread
  readonly toLookUp: Spread
  readonly loadAtStart: number
}

const most = 51
const timesEach = 20
const timesToWarm = 200

/** How people search, each for the same seldom child. */
const searches: readonly (readonly [name: string, text: (child: NumberedChild) => string])[] = [
  ['whole name', child => `${child.givenName} ${child.familyName}`],
  ['two wrong letters in the family name', child => misspelt(child.familyName)],
  [
    'one wrong letter in each name',
    child => `${oneWrong(child.givenName)} ${oneWrong(child.familyName)}`,
  ],
  ['given name and year of birth', child => `${child.givenName} ${child.bornOn.slice(0, 4)}`],
  [
    'family name and first part of the postcode',
    child => `${child.familyName} ${child.postcode.split(' ')[0] ?? ''}`,
  ],
  ['date of birth', child => child.bornOn],
  ['postcode', child => child.postcode],
  ['number of an earlier system', child => child.number],
]

/** Compares searches with looking one child up by an exact name through its index, as the application's own role. */
export async function compareSearches(
  { rounds }: { readonly rounds: number },
  say: (message: string) => void,
): Promise<readonly SearchComparison[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'alongside-bench-search-'))
  await chmod(folder, 0o755)
  const server = await startLocalPostgres({ dataFolder: folder, log: () => undefined })
  const { host, user, database } = server.connection
  const db = connect<Database>({ host, user, database, ssl: false })
  try {
    await migrateToLatest(db)
    const serviceId = await aService(db)
    const staffId = await aStaffMember(db, serviceId)
    const children = childrenSearched
    say(`Making ${children} children`)
    await inService(db, { serviceId, staffId: null }, scope => fillWithChildren(scope, children))
    await sql`analyze children, child_identifiers, circumstances`.execute(db)
    say('Making what they are found by')
    await makeEveryMissingSearchKey(db)
    await asOwner({ host, user, database }, async client => {
      await client.query('vacuum analyze')
    })
    return await compareAll(db, { serviceId, staffId }, { rounds, child: chosen(children), say })
  } finally {
    await db.destroy()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function compareAll(
  db: Kysely<Database>,
  who: { readonly serviceId: string; readonly staffId: string },
  { rounds, child, say }: { rounds: number; child: NumberedChild; say: (message: string) => void },
): Promise<SearchComparison[]> {
  const now = today.toZonedDateTime('Europe/London').toInstant()
  const viewer: Viewer = { id: who.staffId, teamId: null, reach: 'whole-service', today, now }
  const comparisons: SearchComparison[] = []
  for (const [name, textFor] of searches) {
    say(name)
    const search = readSearchBox(textFor(child))
    comparisons.push(
      await inService(db, who, async scope => {
        const find = () => selectFoundChildren(scope, viewer, search, most)
        const lookUp = () => lookedUp(scope, viewer, child)
        const found = (await find()).length
        if (found === 0 || (await lookUp()) === 0) throw new Error(`Nobody is found by ${name}`)
        // A server that has run for a while is measured, not the compiling of its first requests.
        for (const warm of [find, lookUp]) await timeOf(timesToWarm, warm)
        const { values, loadAtStart } = await inRounds(rounds, [
          () => timeOf(timesEach, find),
          () => timeOf(timesEach, lookUp),
        ])
        const [searched = [], looked = []] = values
        return {
          name,
          found,
          milliseconds: spreadOf(searched),
          lookUp: spreadOf(looked),
          toLookUp: ratios(searched, looked),
          loadAtStart,
        }
      }),
    )
  }
  return comparisons
}

/** The plain look-up: the same columns of those who have exactly this family name, by its key. */
async function lookedUp(
  { db, serviceId }: Scope,
  viewer: Viewer,
  child: NumberedChild,
): Promise<number> {
  const key = `name:${child.familyName.toLowerCase()}`
  const { rows } = await sql`
    select ${listedColumns}
    from child_search_keys k
    join children c on c.service_id = ${serviceId} and c.id = k.child_id ${leadOf(serviceId)}
    where k.service_id = ${serviceId} and k.key = ${key}
      and ${isVisibleTo({ db, serviceId, staffId: null }, viewer, sql.ref('c.id'))}
    order by c.family_name, c.given_name, c.id limit ${most}`.execute(db)
  return rows.length
}

/** Somebody with a long family name that few have. */
function chosen(children: number): NumberedChild {
  const all = Array.from({ length: children }, (_, number) => numberedChild(number))
  const byName = Map.groupBy(all, child => child.familyName)
  const [few] = [...byName.values()].filter(
    same => same.length <= 3 && (same[0]?.familyName.length ?? 0) >= 9,
  )
  if (few?.[0] === undefined) throw new Error('Nobody has a seldom name')
  return few[0]
}

function oneWrong(name: string): string {
  return `${name.slice(0, 2)}${name[2] === 'e' ? 'a' : 'e'}${name.slice(3)}`
}

function misspelt(name: string): string {
  return `${oneWrong(name).slice(0, 5)}${oneWrong(name).slice(6)}`
}
