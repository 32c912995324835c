import { firstTimeEntrants } from './first-time-entrants.ts'
import { interventions } from './interventions.ts'
import { kpi6 } from './kpi-6.ts'
import { outOfCourtTable } from './out-of-court-table.ts'
import { reoffending } from './reoffending.ts'

/** Every measure, in the order of the page. */
export const measures = {
  'out-of-court': outOfCourtTable,
  'reoffending-12-months': reoffending,
  'first-time-entrants': firstTimeEntrants,
  'kpi-6': kpi6,
  interventions,
} as const

export type MeasureId = keyof typeof measures

/** The measures' ids, in the order of the page. */
export const measureIds = Object.keys(measures) as MeasureId[]

/** True for a text that names a measure. */
export function isMeasureId(text: string): text is MeasureId {
  return Object.hasOwn(measures, text)
}
