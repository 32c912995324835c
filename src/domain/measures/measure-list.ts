import { firstTimeEntrants, type FirstTimeEntrantFacts } from './first-time-entrants.ts'
import { interventions, type InterventionFacts } from './interventions.ts'
import { kpi6, type Kpi6Facts } from './kpi-6.ts'
import type { Measure } from './measure.ts'
import { outOfCourtTable, type OutOfCourtFacts } from './out-of-court-table.ts'
import { reoffending, type ReoffendingFacts } from './reoffending.ts'

/** What each measure reads. */
export interface FactsByMeasure {
  'out-of-court': OutOfCourtFacts
  'reoffending-12-months': ReoffendingFacts
  'first-time-entrants': FirstTimeEntrantFacts
  'kpi-6': Kpi6Facts
  interventions: InterventionFacts
}

export type MeasureId = keyof FactsByMeasure

/** Every measure, in the order of the page. */
export const measures: { readonly [Id in MeasureId]: Measure<FactsByMeasure[Id]> } = {
  'out-of-court': outOfCourtTable,
  'reoffending-12-months': reoffending,
  'first-time-entrants': firstTimeEntrants,
  'kpi-6': kpi6,
  interventions,
}

/** The measures' ids, in the order of the page. */
export const measureIds = Object.keys(measures) as MeasureId[]

/** True for a text that names a measure. */
export function isMeasureId(text: string): text is MeasureId {
  return Object.hasOwn(measures, text)
}
