import { measureIds, measures, type MeasureId } from '#domain/measures/measure-list.ts'
import type { MeasureResult, ReadyMeasure } from '#domain/measures/run-measures.ts'
import { runMeasures, withFacts } from '#domain/measures/run-measures.ts'
import type { Scope } from '../scope.ts'
import type { AskedPeriod } from './asked-period.ts'
import { readFirstTimeEntrantFacts } from './first-time-entrant-facts.ts'
import { readInterventionFacts } from './intervention-facts.ts'
import { readKpi6Facts } from './kpi-6-facts.ts'
import { readOutOfCourtFacts } from './out-of-court-facts.ts'
import { findPopulationOn } from './population.ts'
import { readReoffendingFacts } from './reoffending-facts.ts'

type Read = (scope: Scope, asked: AskedPeriod) => Promise<ReadyMeasure>

const reads: Readonly<Record<MeasureId, Read>> = {
  'out-of-court': async (scope, asked) =>
    withFacts(measures['out-of-court'], await readOutOfCourtFacts(scope, asked)),
  'reoffending-12-months': async (scope, asked) =>
    withFacts(measures['reoffending-12-months'], await readReoffendingFacts(scope, asked)),
  'first-time-entrants': async (scope, asked) =>
    withFacts(measures['first-time-entrants'], await readFirstTimeEntrantFacts(scope, asked)),
  'kpi-6': async (scope, asked) => withFacts(measures['kpi-6'], await readKpi6Facts(scope, asked)),
  interventions: async (scope, asked) =>
    withFacts(measures.interventions, await readInterventionFacts(scope, asked)),
}

/**
 * Reads what one measure needs and answers it. The number of statements is fixed, however much is counted.
 *
 * @param asked the period, both days included, and the day the question is asked, inclusive
 */
export async function computeMeasure(
  scope: Scope,
  id: MeasureId,
  asked: AskedPeriod,
): Promise<MeasureResult> {
  const answer = await reads[id](scope, asked)
  return answer({ ...asked, population: await findPopulationOn(scope, asked.period.to) })
}

/**
 * Answers every measure for a period, in the order of the page. The number of statements is fixed, however much is counted.
 *
 * @param asked the period, both days included, and the day the question is asked, inclusive
 */
export async function computeMeasures(
  scope: Scope,
  asked: AskedPeriod,
): Promise<readonly MeasureResult[]> {
  const ready: ReadyMeasure[] = []
  // One after the other: they share the transaction's connection.
  for (const id of measureIds) ready.push(await reads[id](scope, asked))
  const population = await findPopulationOn(scope, asked.period.to)
  return runMeasures(ready, { ...asked, population })
}
