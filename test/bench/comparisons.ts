import type { Loader } from './loader.ts'
import { bareStatements, overTheWire, type MeasuredPage } from './pages.ts'
import { inRounds, ratios, spreadOf, type Spread } from './rounds.ts'
import { runBarePage } from './running-app.ts'
import type { Effort } from './effort.ts'

/** At least, or at most, so many times the limit. */
export type Target = { readonly atLeast: number } | { readonly atMost: number } | null

export interface PageComparison {
  readonly name: string
  readonly bytes: number
  readonly statements: number
  readonly requestsASecond: Spread
  readonly p50: Spread
  /** Requests a second, over those of the same statements sent bare. */
  readonly toStatements: Spread
  /** Requests a second, over those of a constant page of the same length; null where the page is not shown but saved. */
  readonly toBarePage: Spread
  readonly target: Target
  readonly loadAtStart: number
}

/** Compares a page with its limits: its statements alone, and the framework alone. */
export async function comparePage(
  loader: Loader,
  { rounds, requests }: Effort,
  {
    name,
    page,
    target,
  }: { readonly name: string; readonly page: MeasuredPage; readonly target: Target },
): Promise<PageComparison> {
  const wire = overTheWire(page, requests)
  const statements = await bareStatements(page, requests)
  const { bytes } = await loader.send({ ...wire, requests: 8 })
  const bare = await runBarePage(bytes)
  const framework = {
    kind: 'http',
    port: bare.port,
    method: 'GET',
    path: '/',
    expects: 200,
    connections: page.senders.map(() => ({ cookie: '', body: '' })),
    requests: requests * 4,
  } as const
  const orders = [wire, statements, framework]
  const { values, loadAtStart } = await inRounds(
    rounds,
    orders.map(order => () => loader.send(order)),
  )
  await bare.close()
  const [pages = [], queries = [], constants = []] = values.map(results =>
    results.map(result => result.requestsASecond),
  )
  return {
    name,
    bytes,
    statements: statements.kind === 'statements' ? statements.statements.length : 0,
    requestsASecond: spreadOf(pages),
    p50: spreadOf((values[0] ?? []).map(result => result.p50)),
    toStatements: ratios(pages, queries),
    toBarePage: ratios(pages, constants),
    target,
    loadAtStart,
  }
}

export function isMet(measured: Spread, target: Target): boolean | null {
  if (target === null) return null
  return 'atLeast' in target ? measured.median >= target.atLeast : measured.median <= target.atMost
}
