import { ageOn } from '../calendar/age.ts'
import { formatDate } from '../calendar/format-date.ts'
import { compareDates, plainDate } from '../calendar/plain-date.ts'
import { ethnicities, sexes } from '../vocabulary/children.ts'
import { isOutOfCourtDisposal, outcomeKinds } from '../vocabulary/outcomes.ts'
import { outByAppeal } from './appeals.ts'
import { inWords } from './disposal-names.ts'
import type { EndedProgramme, ProgrammeOutcome } from './ended-programmes.ts'
import { kpi6Figures } from './kpi-6-figures.ts'
import { isCountedDay, type Measure } from './measure.ts'
import type { SubjectRow } from './subject-row.ts'

export interface Kpi6Facts {
  /** Interventions that ended in the period. */
  readonly programmes: readonly EndedProgramme[]
}

/**
 * Children who completed the programme of an out-of-court disposal, of those whose programme ended.
 *
 * One row for each programme. Under several outcomes it stands under the most serious out-of-court disposal, then the latest.
 *
 * @source YJB-SQL "KPI 6"
 * @interpretation An intervention that serves a disposal is the service's involvement that the national codes ask for.
 */
export const kpi6: Measure<Kpi6Facts> = {
  id: 'kpi-6',
  title: 'Out-of-court disposals completed (KPI 6)',
  question: 'Of the children whose out-of-court programme ended, how many completed it?',
  source: { source: 'YJB-SQL', section: 'KPI 6' },
  appliesFrom: plainDate('2023-04-01'),
  definitionVersion: 1,
  notes: [
    'Counts programmes by the day they ended. A child with one completed and one not completed is a child who completed, and stands under both in the tables by type and by group.',
    'A programme that ended with no result recorded is in the denominator only. How many these are is shown as missing data.',
    'The child was 10 to 17 when the programme started and lived in our area on the day of the disposal.',
    'Work that serves no outcome, such as prevention, is outside the indicator and listed as such.',
    'Outcomes 20 and 21 are a type of their own nationally; the service records no such outcome, so that type is not shown.',
  ],
  answer: question => {
    const rows = question.facts.programmes
      .filter(programme => isCountedDay(programme.endedOn, question))
      .toSorted((a, b) => compareDates(a.endedOn, b.endedOn) || a.id.localeCompare(b.id))
      .map(rowOf)
    return { rows, figures: kpi6Figures(rows) }
  },
}

function rowOf(programme: EndedProgramme): SubjectRow {
  const age = ageOn(programme.child.bornOn, programme.startedOn)
  const { disposal, notCounted } = disposalOf(programme, age)
  return {
    id: programme.id,
    childId: programme.child.id,
    subjectId: programme.id,
    on: programme.endedOn,
    ...(disposal && notCounted === null
      ? verdictOn(programme, disposal)
      : { answer: 'excluded', reason: notCounted ?? '' }),
    groups: {
      kind: disposal ? outcomeKinds[disposal.kind].name : 'No out-of-court disposal',
      kindId: disposal?.kind ?? 'none',
      result: programme.result ?? 'not-recorded',
      ethnicity: ethnicities[programme.child.ethnicity].group,
      age: age < 15 ? '10-14' : '15-17',
      sex: sexes[programme.child.sex],
    },
  }
}

/** The disposal that the programme stands under, or why it is outside the indicator. */
function disposalOf(
  programme: EndedProgramme,
  age: number,
): { readonly disposal: ProgrammeOutcome | undefined; readonly notCounted: string | null } {
  const outOfCourt = programme.outcomes
    .filter(({ kind }) => isOutOfCourtDisposal(kind))
    .toSorted(bySeriousness)
  const standing = outOfCourt.filter(({ appeal }) => outByAppeal(appeal) === null)
  const local = standing.filter(({ residence }) => residence === 'local')
  const disposal = local[0] ?? standing[0] ?? outOfCourt[0]
  if (disposal === undefined) return { disposal, notCounted: noDisposalReason(programme) }
  if (standing.length === 0) return { disposal, notCounted: outByAppeal(disposal.appeal) }
  if (local.length === 0) {
    const notCounted =
      'Lived in another area on the day of the disposal: the home service counts the child.'
    return { disposal, notCounted }
  }
  const isAgeCounted = age >= 10 && age <= 17
  const notCounted = isAgeCounted
    ? null
    : `Aged ${age} when the programme started: only ages 10 to 17 count.`
  return { disposal, notCounted }
}

function noDisposalReason({ outcomes }: EndedProgramme): string {
  const [outcome] = outcomes
  return outcome === undefined
    ? 'Not linked to an outcome: prevention work without an offence is outside the indicator.'
    : `It served ${inWords(outcome.kind)}, which is not an out-of-court disposal.`
}

function verdictOn(
  { result, endedOn }: EndedProgramme,
  disposal: ProgrammeOutcome,
): Pick<SubjectRow, 'answer' | 'reason'> {
  const what = `The programme for ${inWords(disposal.kind)} ended on ${formatDate(endedOn)}`
  if (result === 'completed') return { answer: 'counted', reason: `${what} and was completed.` }
  if (result === 'not-completed') {
    return { answer: 'in-denominator', reason: `${what} and was not completed.` }
  }
  return { answer: 'in-denominator', reason: `${what}; whether it was completed is not recorded.` }
}

function bySeriousness(a: ProgrammeOutcome, b: ProgrammeOutcome): number {
  return (
    outcomeKinds[b.kind].rank - outcomeKinds[a.kind].rank || compareDates(b.decidedOn, a.decidedOn)
  )
}
