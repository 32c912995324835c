import type { Effort } from './effort.ts'
import type { Loader } from './loader.ts'
import { overTheWire, savedContact, shownPage, type MeasuredPage } from './pages.ts'
import { inRounds, ratios, timeOf, type Spread } from './rounds.ts'
import type { RunningApp } from './running-app.ts'
import type { Subjects } from './subjects.ts'
import { dutiesOfService, measuresOfQuarter, type ServiceWork } from './whole-service.ts'

export interface Growth {
  readonly name: string
  readonly times: number
  readonly what: 'other services' | 'closed work'
  /** Time, over that on the demonstration as it is. */
  readonly slower: Spread
  /** 0 where the size does not matter, 1 where twice as much takes twice as long. */
  readonly exponent: number
  readonly loadAtStart: number
}

export interface GrownApps {
  readonly times: number
  readonly others: RunningApp
  readonly closed: RunningApp
}

interface Grower {
  readonly loader: Loader
  readonly effort: Effort
  readonly demo: RunningApp
  readonly subjects: Subjects
}

/** Milliseconds of one thing done on one database. */
type Timing = (app: RunningApp) => Promise<() => Promise<number>>

/** How much slower each thing becomes as what it does not need grows. */
export async function measureGrowth(grower: Grower, grown: GrownApps): Promise<Growth[]> {
  const { subjects } = grower
  const timings: [string, Timing][] = [
    [
      "A child's page",
      overWire(grower, app => shownPage(app, subjects.workerId, `/children/${subjects.childId}`)),
    ],
    ['My work', overWire(grower, app => shownPage(app, subjects.workerId, '/my-work'))],
    [
      'My work of a manager',
      overWire(grower, app => shownPage(app, subjects.managerId, '/my-work')),
    ],
    ['Children, the list', overWire(grower, app => shownPage(app, subjects.workerId, '/children'))],
    [
      'Referrals, the list',
      overWire(grower, app => shownPage(app, subjects.workerId, '/referrals')),
    ],
    [dutiesOfService.name, inProcess(subjects, dutiesOfService)],
    [measuresOfQuarter.name, inProcess(subjects, measuresOfQuarter)],
    ['Saving a contact', overWire(grower, app => savedContact(app, subjects))],
  ]
  const growths: Growth[] = []
  for (const [name, timing] of timings) {
    growths.push(...(await growthOf(grower, grown, { name, timing })))
  }
  return growths
}

async function growthOf(
  { demo, effort }: Grower,
  { times, others, closed }: GrownApps,
  { name, timing }: { readonly name: string; readonly timing: Timing },
): Promise<Growth[]> {
  const contestants = [await timing(demo), await timing(others), await timing(closed)]
  const { values, loadAtStart } = await inRounds(effort.rounds, contestants)
  const [small = [], byOthers = [], byClosed = []] = values
  return [
    { what: 'other services', of: byOthers } as const,
    { what: 'closed work', of: byClosed } as const,
  ].map(({ what, of }) => {
    const slower = ratios(of, small)
    const exponent = Math.log(slower.median) / Math.log(times)
    return { name, times, what, slower, exponent, loadAtStart }
  })
}

function overWire(
  { loader, effort }: Grower,
  make: (app: RunningApp) => Promise<MeasuredPage>,
): Timing {
  return async app => {
    const order = overTheWire(await make(app), effort.requests)
    return async () => 1000 / (await loader.send(order)).requestsASecond
  }
}

function inProcess({ serviceId }: Subjects, { work }: ServiceWork): Timing {
  return async app => () => timeOf(5, () => work(app, serviceId))
}
