import { cpus, totalmem } from 'node:os'
import { isMet, type PageComparison, type Target } from './comparisons.ts'
import type { Effort } from './effort.ts'
import type { Growth } from './growth.ts'
import type { Profile } from './profile.ts'
import { childrenSearched, type SearchComparison } from './search.ts'
import type { Spread } from './rounds.ts'
import type { WorkComparison } from './whole-service.ts'

export interface Measured {
  readonly effort: Effort
  readonly postgresVersion: string
  readonly day: string
  readonly loadAtStart: number
  readonly rowsInDemo: number
  readonly hello: Spread
  readonly pages: readonly PageComparison[]
  readonly works: readonly WorkComparison[]
  readonly growths: readonly Growth[]
  readonly searches: readonly SearchComparison[]
  readonly profiles: readonly Profile[]
  /** What was found and mended, written by hand. */
  readonly mended: string
}

/** The exponent up to which time counts as flat: at ten times the size, a quarter more. */
const flat = 0.1
const busyFrom = 1.5

const mostTimesLookUp = 3

export function reportOf(measured: Measured): string {
  const { pages, works, growths, searches, profiles } = measured
  return `# How fast, measured against what

Written by \`npm run bench\`; do not edit it by hand. Every figure is a ratio taken in one run: the two that are compared ran one
after the other, round after round, and what stands here is the median of the rounds with the lowest and the highest in brackets.
"busy" stands where other work wanted the machine when the rounds began (a load average above ${busyFrom}): such a row is for
orientation, and its spread shows how far to trust it.

${machine(measured)}

## Pages, over the wire

Eight connections, each with its own session, ask from a process of their own. **Bare queries** are the statements that the page
sends (transaction, session and audit among them), sent by the driver alone on as many connections, one after the other. **Bare page**
is the same framework sending a constant of the same length. Ratios are of requests a second: 1 would be as fast as the limit.

${table(
  [
    '',
    'statements',
    'KB',
    'requests/s',
    'p50, ms',
    '÷ bare queries',
    '÷ bare page',
    'target',
    'met',
  ],
  pages.map(pageRow),
)}

The framework alone, answering one word: ${spread(measured.hello, 0)} requests/s. The first ratio has the target; the second says what
rendering, sessions and the database cost together, and has none of its own.

## Whole services, and a child's own duties, without the wire

What a child is owed is read right after a contact is saved, in a transaction that is open already, as it is within the request that saves;
each save goes to another child.

${table(['', 'statements', 'rows', 'ms', 'limit', '÷ limit', 'target', 'met'], works.map(workRow))}

## Growth

Other services: the database holds so many services of the same size beside the one measured. Closed work: the service has so many
times its children without open work, with all their referrals, assessments, contacts and plans, in earlier years. The time is over
that on the demonstration as it is, taken in the same round; an exponent of 0 is flat, 1 is twice as slow for twice as much. The target is
an exponent of ${flat} at most. A hundred times is measured by \`npm run bench -- --grown 100\`.

${table(['', 'grown', 'times', 'time ÷ time before', 'exponent', 'met'], growths.map(growthRow))}

${searchSection(searches)}

## What costs

One person asking, without the wire; medians. The rest of the time is the application's own: parsing rows, rules, rendering.

${table(['', 'statements', 'ms', 'in statements', 'the slowest statements, ms'], profiles.map(profileRow))}

${measured.mended.trim()}
`
}

/** The search box beside a plain look-up. */
export function searchSection(searches: readonly SearchComparison[]): string {
  return `## Search

${childrenSearched.toLocaleString('en-GB')} children in one service. All statements of a search and the ranking, over one statement that looks up, by its index and as the
same role under row-level security, who has exactly one family name, with the same columns shown. The target is three times at most.

${table(['', 'found', 'ms', 'look-up, ms', '÷ look-up', 'met'], searches.map(searchRow))}`
}

function searchRow(search: SearchComparison): string[] {
  return [
    named(search),
    String(search.found),
    spread(search.milliseconds, 1),
    spread(search.lookUp, 1),
    spread(search.toLookUp, 2),
    metInWords(search.toLookUp.median <= mostTimesLookUp),
  ]
}

function machine({ effort, postgresVersion, day, loadAtStart, rowsInDemo }: Measured): string {
  const cores = cpus()
  return [
    `Measured on ${day}: ${cores.length} cores (${cores[0]?.model ?? 'unknown'}), ${(totalmem() / 2 ** 30).toFixed(0)} GB of memory,`,
    `Node ${process.versions.node}, PostgreSQL ${postgresVersion} on the same machine with fsync on. Load average when it began:`,
    `${loadAtStart.toFixed(1)}${loadAtStart > busyFrom ? ', so the machine was busy' : ''}. ${effort.rounds} rounds of ${effort.requests} requests.`,
    `The demonstration holds ${rowsInDemo.toLocaleString('en-GB')} rows.`,
  ].join('\n')
}

function pageRow(page: PageComparison): string[] {
  return [
    named(page),
    String(page.statements),
    (page.bytes / 1000).toFixed(0),
    spread(page.requestsASecond, 0),
    spread(page.p50, 1),
    spread(page.toStatements, 2),
    spread(page.toBarePage, 3),
    targetInWords(page.target),
    metInWords(isMet(page.toStatements, page.target)),
  ]
}

function workRow(work: WorkComparison): string[] {
  return [
    named(work),
    String(work.statements),
    work.rows?.toLocaleString('en-GB') ?? '–',
    spread(work.milliseconds, 1),
    work.limit,
    spread(work.toLimit, 2),
    targetInWords(work.target),
    metInWords(isMet(work.toLimit, work.target)),
  ]
}

function growthRow(growth: Growth): string[] {
  return [
    named(growth),
    growth.what,
    String(growth.times),
    spread(growth.slower, 2),
    growth.exponent.toFixed(2),
    metInWords(growth.exponent <= flat),
  ]
}

function profileRow(profile: Profile): string[] {
  const share = profile.millisecondsOfStatements / profile.milliseconds
  return [
    profile.name,
    String(profile.statements),
    profile.milliseconds.toFixed(1),
    `${profile.millisecondsOfStatements.toFixed(1)} (${(share * 100).toFixed(0)}%)`,
    profile.slowest.map(([what, took]) => `${what} ${took.toFixed(1)}`).join('; '),
  ]
}

function named({ name, loadAtStart }: { readonly name: string; readonly loadAtStart: number }) {
  return loadAtStart > busyFrom ? `${name} (busy: ${loadAtStart.toFixed(1)})` : name
}

function spread({ median, min, max }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`
}

function targetInWords(target: Target): string {
  if (target === null) return 'none set'
  return 'atLeast' in target
    ? `at least ${target.atLeast.toFixed(2)}`
    : `at most ${target.atMost.toFixed(2)}`
}

function metInWords(met: boolean | null): string {
  if (met === null) return '–'
  return met ? 'met' : 'not met'
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
