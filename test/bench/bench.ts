import { readFile, writeFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { format, resolveConfig } from 'prettier'
import { systemClock } from '#platform/clock.ts'
import { comparePage, type PageComparison, type Target } from './comparisons.ts'
import { countIn, makeDatabases, type Databases } from './databases.ts'
import { childrenReferred } from './grow.ts'
import { effortAsked, type Effort } from './effort.ts'
import { measureGrowth, type Growth } from './growth.ts'
import { startLoader, type Loader } from './loader.ts'
import { addLongHistory } from './long-history.ts'
import { compareOwnDuties } from './own-duties.ts'
import { savedContact, shownPage, type MeasuredPage } from './pages.ts'
import { profileOf, type Profile } from './profile.ts'
import { reportOf, searchSection } from './report.ts'
import { inRounds, spreadOf, type Spread } from './rounds.ts'
import { runApp, runBarePage, type RunningApp } from './running-app.ts'
import { compareSearches } from './search.ts'
import { listenToStatements } from './statements.ts'
import { chooseSubjects, type Subjects } from './subjects.ts'
import {
  compareWork,
  dutiesOfService,
  measuresOfQuarter,
  type WorkComparison,
} from './whole-service.ts'

const reportFile = new URL('../../docs/performance.md', import.meta.url)

listenToStatements()
const loadAtStart = loadavg()[0] ?? 0
const effort = effortAsked(process.argv.slice(2))
const searches = await compareSearches(effort, say)
if (effort.isSearchOnly) {
  process.stdout.write(`${searchSection(searches)}\n`)
  process.exit()
}
const databases = await makeDatabases(effort.sizes, say)
const loader = startLoader()
try {
  const measured = await measure(databases, loader, effort)
  const report = reportOf({
    ...measured,
    searches,
    effort,
    loadAtStart,
    postgresVersion: databases.postgresVersion,
    day: systemClock().today().toString(),
    mended: await readFile(new URL('./mended.md', import.meta.url), 'utf8'),
  })
  const settings = await resolveConfig(reportFile)
  const written = await format(report, { ...settings, parser: 'markdown' })
  await writeFile(reportFile, written)
  process.stdout.write(written)
} finally {
  loader.stop()
  await databases.remove()
}

async function measure(databases: Databases, loader: Loader, effort: Effort) {
  const apps: RunningApp[] = []
  const started = async (...settings: Parameters<typeof runApp>) => {
    const app = await runApp(...settings)
    apps.push(app)
    return app
  }
  try {
    const demo = await started(databases.demo)
    const large = await started(databases.large)
    const longHistory = await started(databases.longHistory)
    const subjects = await chooseSubjects(demo.db)
    const measuring = { loader, effort, subjects, demo, large, longHistory }
    const { pages, profiles } = await measurePages(measuring)
    const works: WorkComparison[] = []
    for (const work of [dutiesOfService, measuresOfQuarter]) {
      say(work.name)
      works.push(await compareWork(large, subjects.serviceId, work, effort.rounds))
    }
    say('Own duties of a saved contact')
    works.push(await compareOwnDuties(demo, subjects, effort.rounds))
    const growths: Growth[] = []
    for (const { times, others, closed } of databases.grown) {
      say(`Growth to ${times} times`)
      const grown = { times, others: await started(others), closed: await started(closed) }
      growths.push(...(await measureGrowth({ loader, effort, demo, subjects }, grown)))
    }
    const hello = await measureHello(loader, effort)
    return {
      pages,
      works,
      growths,
      profiles,
      hello,
      rowsInDemo: await countIn(
        demo.connection,
        'select from pg_stat_user_tables t, generate_series(1, t.n_live_tup)',
      ),
    }
  } finally {
    for (const app of apps) await app.close()
  }
}

interface Measuring {
  readonly loader: Loader
  readonly effort: Effort
  readonly subjects: Subjects
  readonly demo: RunningApp
  readonly large: RunningApp
  readonly longHistory: RunningApp
}

type NamedPage = readonly [name: string, page: MeasuredPage, target: Target]

/** What is saved comes last, so that no page is measured on more contacts than another. */
async function pagesOf({ subjects, demo, large, longHistory }: Measuring): Promise<NamedPage[]> {
  const third = { atLeast: 1 / 3 }
  const { workerId, managerId, childId } = subjects
  const withHistory = await addLongHistory(longHistory, subjects)
  const childUrl = `/children/${withHistory}`
  const twoInFive = { atLeast: 1 / 2.5 }
  const inHand = await countIn(large.connection, childrenReferred)
  return [
    ["A child's page", await shownPage(demo, workerId, `/children/${childId}`), third],
    ["A child's page, ten years", await shownPage(longHistory, workerId, childUrl), twoInFive],
    [
      'Timeline, ten years',
      await shownPage(longHistory, workerId, `${childUrl}/timeline`),
      twoInFive,
    ],
    ['My work', await shownPage(demo, workerId, '/my-work'), third],
    ['My work of a manager', await shownPage(demo, managerId, '/my-work'), third],
    ['Children, 50 listed of 600', await shownPage(large, workerId, '/children'), null],
    [`Referrals, 50 listed of ${inHand}`, await shownPage(large, workerId, '/referrals'), null],
    ['Saving a contact', await savedContact(demo, subjects), { atLeast: 1 / 4 }],
  ]
}

async function measurePages(measuring: Measuring) {
  const { loader, effort } = measuring
  const pages: PageComparison[] = []
  const profiles: Profile[] = []
  for (const [name, page, target] of await pagesOf(measuring)) {
    say(name)
    profiles.push(await profileOf(name, page))
    pages.push(await comparePage(loader, effort, { name, page, target }))
  }
  return { pages, profiles }
}

async function measureHello(loader: Loader, { rounds, requests }: Effort): Promise<Spread> {
  const bare = await runBarePage(5)
  const sent = { method: 'GET', path: '/', expects: 200, requests: requests * 10 } as const
  const connections = Array.from({ length: 8 }, () => ({ cookie: '', body: '' }))
  const { values } = await inRounds(rounds, [
    () => loader.send({ kind: 'http', port: bare.port, connections, ...sent }),
  ])
  await bare.close()
  return spreadOf((values[0] ?? []).map(result => result.requestsASecond))
}

function say(message: string): void {
  process.stderr.write(`${message}\n`)
}
