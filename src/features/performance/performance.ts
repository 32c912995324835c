import { computeMeasures } from '#records/measure-facts/compute.ts'
import { page } from '../page.ts'
import { periodQuery, readPeriod } from './asked-period.ts'
import { performanceBody } from './performance.html.ts'

/** Every figure of a period on one page, each opening into the children behind it. */
export const performancePage = page({
  permission: 'performance.open',
  query: periodQuery,
  load: async ({ scope, today }, { query }) => {
    const shownPeriod = readPeriod(query, today)
    const asked = { period: shownPeriod.period, asOf: today }
    return { shownPeriod, results: await computeMeasures(scope, asked) }
  },
  view: (loaded, _shown, { today }) => ({
    title: 'Performance',
    body: performanceBody(loaded, today),
  }),
})
