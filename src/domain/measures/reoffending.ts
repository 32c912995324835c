import { birthdayOn } from '../calendar/age.ts'
import { formatDate } from '../calendar/format-date.ts'
import { addMonths } from '../calendar/months.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { addDays, compareDates, isBefore, isOnOrBefore } from '../calendar/plain-date.ts'
import type { AppealStatus, OutcomeKind } from '../vocabulary/outcomes.ts'
import { outByAppeal } from './appeals.ts'
import { disposalGroups, groupName, inWords } from './disposal-names.ts'
import type { DisposalGroup, OutcomeName } from './disposal-names.ts'
import { offencesAfter, offenceStanding } from './further-offences.ts'
import type { FollowedOffence, WhatCountsAsReoffence } from './further-offences.ts'
import { isCountedDay, type Measure, type MeasureQuestion } from './measure.ts'
import type { SubjectRow } from './subject-row.ts'
import { reoffendingFigures, type FollowedGroup } from './reoffending-figures.ts'

export interface ReoffendingFacts {
  readonly outcomeNames: readonly OutcomeName[]
  /** Every out-of-court disposal of the period. */
  readonly disposals: readonly FollowedDisposal[]
  /** The same children's offences, from the day after the period's first to twelve months after its last. */
  readonly offences: readonly FollowedOffence[]
}

export interface FollowedDisposal {
  readonly id: string
  readonly childId: string
  readonly bornOn: PlainDate
  readonly referralId: string | null
  readonly kind: OutcomeKind
  readonly decidedOn: PlainDate
  readonly appeal: AppealStatus
}

export interface ReoffendingSettings {
  readonly whatCountsAsReoffence: WhatCountsAsReoffence
  /** Calendar months after the disposal in which an offence counts. */
  readonly followUpMonths: number
  /** Calendar months after the follow-up before "nothing further" is believed: outcomes take time. */
  readonly waitingMonths: number
}

export const reoffendingSettings: ReoffendingSettings = {
  whatCountsAsReoffence: 'any-disposal',
  followUpMonths: 12,
  waitingMonths: 6,
}

/**
 * How many of the children who received each kind of disposal re-offended within twelve months.
 *
 * @source DP "out-of-court disposal re-offending rates"
 * @interpretation The local measure takes a community resolution as a re-offence, which national counting does not; the setting
 *   `formal` counts cautions and convictions only.
 * @interpretation An outcome counts whenever it is decided, also after the further six months; national counting stops there.
 * @interpretation A child enters the share on the same day whatever became of them. Counting those who re-offended at once and the
 *   others eighteen months later would make every recent share 100%.
 */
export function reoffendingMeasure(settings: ReoffendingSettings): Measure<ReoffendingFacts> {
  return {
    id: 'reoffending-12-months',
    title: 'Re-offending after an out-of-court disposal',
    question: `Of the children who received each kind of disposal, how many re-offended within ${settings.followUpMonths} months?`,
    source: { source: 'DP', section: 'Out-of-court disposal re-offending rates' },
    appliesFrom: null,
    definitionVersion: 1,
    notes: notesFor(settings),
    answer: question => {
      const groups = disposalGroups.map(group => ({
        ...group,
        name: groupName(group, question.facts.outcomeNames),
      }))
      const rows = groups.flatMap(group => rowsOf(group, question, settings))
      return { rows, figures: reoffendingFigures(rows, groups) }
    },
  }
}

export const reoffending = reoffendingMeasure(reoffendingSettings)

function notesFor(settings: ReoffendingSettings): readonly string[] {
  const counts =
    settings.whatCountsAsReoffence === 'formal'
      ? 'a caution or a conviction'
      : 'a community resolution, a caution or a conviction'
  return [
    'One row for each child and kind of disposal, from the first in the period. A child with two kinds is followed under both.',
    `A re-offence is an offence committed after that day and up to ${settings.followUpMonths} months later that led to ${counts}. Outcome 22 and deferred prosecution prove nothing and do not count.`,
    'An offence of the referral that led to the disposal is never a re-offence.',
    `All children are counted once ${settings.waitingMonths} more months have passed, because outcomes take time. Until then, and while an offence is alleged and undecided, the answer is not known: these children are in neither part of the share. How many of them have re-offended already is shown.`,
    'The service does not hear of offences committed after the 18th birthday. How many children this touches is shown.',
    'Counts children wherever they live. Published national figures come from police records and are counted in another way.',
  ]
}

type NamedGroup = DisposalGroup & FollowedGroup

function rowsOf(
  group: NamedGroup,
  question: MeasureQuestion<ReoffendingFacts>,
  settings: ReoffendingSettings,
): SubjectRow[] {
  const received = question.facts.disposals
    .filter(
      ({ kind, decidedOn }) => group.kinds.includes(kind) && isCountedDay(decidedOn, question),
    )
    .toSorted((a, b) => compareDates(a.decidedOn, b.decidedOn) || a.id.localeCompare(b.id))
  const offencesOf = Map.groupBy(question.facts.offences, ({ childId }) => childId)
  return [...Map.groupBy(received, ({ childId }) => childId)].flatMap(([childId, disposals]) => {
    const index = disposals.find(({ appeal }) => outByAppeal(appeal) === null) ?? disposals[0]
    const offences = offencesOf.get(childId) ?? []
    if (index === undefined) return []
    return [rowOf(group, index, verdictOn(index, offences, question.asOf, settings))]
  })
}

function rowOf(group: NamedGroup, index: FollowedDisposal, verdict: Verdict): SubjectRow {
  return {
    id: index.id,
    childId: index.childId,
    subjectId: index.id,
    on: index.decidedOn,
    answer: verdict.answer,
    reason: verdict.reason,
    groups: {
      kind: group.name,
      groupId: group.id,
      nationalKind: index.kind,
      turned18: verdict.turned18 ? 'yes' : 'no',
      reoffendedAlready: verdict.reoffendedAlready ? 'yes' : 'no',
    },
  }
}

type Verdict = Pick<SubjectRow, 'answer' | 'reason'> & {
  readonly turned18: boolean
  /** True for a child who re-offended and is too early for the share. */
  readonly reoffendedAlready: boolean
}

function verdictOn(
  index: FollowedDisposal,
  offences: readonly FollowedOffence[],
  asOf: PlainDate,
  settings: ReoffendingSettings,
): Verdict {
  const lastDay = addMonths(index.decidedOn, settings.followUpMonths)
  const birthday = birthdayOn(index.bornOn, 18)
  const turned18 = isOnOrBefore(birthday, lastDay)
  const appealed = outByAppeal(index.appeal)
  const answered = { turned18, reoffendedAlready: false }
  if (appealed !== null) return { ...answered, answer: 'excluded', reason: appealed }

  const window = { from: addDays(index.decidedOn, 1), to: lastDay }
  const found = verdictFromOffences(offencesAfter(index, window, offences), asOf, settings)
  const knownFrom = addMonths(lastDay, settings.waitingMonths)
  if (isBefore(asOf, knownFrom)) return { ...answered, ...tooEarly(found, knownFrom) }
  if (found !== null) return { ...answered, ...found }

  const reason = turned18
    ? `No further offence is known up to the 18th birthday on ${formatDate(birthday)}; offences after it are not known to the service.`
    : `No offence between ${formatDate(window.from)} and ${formatDate(lastDay)} led to an outcome that counts.`
  return { ...answered, answer: 'in-denominator', reason }
}

type Finding = Pick<SubjectRow, 'answer' | 'reason'>

function tooEarly(
  found: Finding | null,
  knownFrom: PlainDate,
): Finding & Pick<Verdict, 'reoffendedAlready'> {
  const answer = 'unknown'
  if (found?.answer === 'counted') {
    const reason = `${found.reason} It enters the share from ${formatDate(knownFrom)}, when everyone's answer is sure.`
    return { answer, reason, reoffendedAlready: true }
  }
  const reason = `Too early to tell: nothing further is known so far, and the answer is sure from ${formatDate(knownFrom)}.`
  return { answer, reason: found?.reason ?? reason, reoffendedAlready: false }
}

function verdictFromOffences(
  offences: readonly FollowedOffence[],
  asOf: PlainDate,
  settings: ReoffendingSettings,
): Finding | null {
  const standings = offences
    .filter(({ occurredOn }) => isOnOrBefore(occurredOn, asOf))
    .toSorted((a, b) => compareDates(a.occurredOn, b.occurredOn))
    .map(offence => ({
      occurredOn: offence.occurredOn,
      standing: offenceStanding(offence, settings.whatCountsAsReoffence, asOf),
    }))
  for (const { occurredOn, standing } of standings) {
    if (standing.kind !== 'reoffence') continue
    const proof = `${inWords(standing.outcome)} on ${formatDate(standing.decidedOn)}`
    return {
      answer: 'counted',
      reason: `An offence on ${formatDate(occurredOn)} led to ${proof}.`,
    }
  }
  const alleged = standings.find(({ standing }) => standing.kind === 'undecided')
  if (alleged === undefined) return null
  return {
    answer: 'unknown',
    reason: `An offence is alleged and undecided: it is said to have happened on ${formatDate(alleged.occurredOn)}.`,
  }
}
