import { isOnOrBefore, plainDate } from '#domain/calendar/plain-date.ts'
import { startingGuards } from '#domain/assessment/assessment-rules.ts'
import { guardStops } from '#domain/rules/guard-stops.ts'
import { interventionKinds } from '#domain/vocabulary/work.ts'
import { currentForm } from '#records/assessment-forms.ts'
import type { ChildLine } from '../format/child-line.ts'
import type { Problem } from '../reading/problem.ts'
import { broughtBy } from './check-merges.ts'
import type { Checking } from './known-records.ts'

type Assessment = ChildLine['assessments'][number]

/**
 * Whether a second assessment out of court, while the case of the first was open, is a review of the first.
 *
 * @interpretation One that goes deeper is the same assessment. Those on forms that we do not have, and those that were started on the last
 * day of history or before, belong to systems before this one. Those that came with another record when two were merged were written by
 * people who did not know of each other.
 */
export function checkSingleAssessment(child: ChildLine, checking: Checking): Problem[] {
  const { historyUntil, policy } = checking
  return child.assessments.flatMap((assessment, index) => {
    const { form, reviewOf, deepens, id } = assessment
    const startedOn = plainDate(assessment.startedOn)
    const isHistory = historyUntil !== null && isOnOrBefore(startedOn, historyUntil)
    const isFollowing = reviewOf !== undefined || deepens !== undefined
    if (currentForm(form) === undefined || isHistory || isFollowing) return []
    const current = currentOf(child, assessment)
    const facts = { current, reviewOf: null }
    return guardStops(startingGuards, facts, { asOf: startedOn, policy }).flatMap(
      ({ ruleId, missing }) =>
        missing.map(reason => ({ path: `assessments[${index}]`, rule: ruleId, reason, rowId: id })),
    )
  })
}

/** The assessment that was there already in another case out of court that was open then. */
function currentOf(child: ChildLine, assessment: Assessment) {
  const brought = broughtBy(child)
  const found = child.assessments
    .filter(other => brought.get(other.id) === brought.get(assessment.id))
    .filter(other => other.startedOn < assessment.startedOn)
    .filter(other => !isOfSameCase(child, other, assessment))
    .filter(other => isOutOfCourt(child, other) && isOutOfCourt(child, assessment))
    .filter(other => wasOpenOn(child, other, assessment.startedOn))
    .toSorted((a, b) => (a.startedOn < b.startedOn ? -1 : 1))
    .at(-1)
  if (found === undefined) return null
  const { id, completedOn } = found
  return { id, completedOn: completedOn === undefined ? null : plainDate(completedOn) }
}

function caseIdOf(child: ChildLine, { referralId, interventionId }: Assessment) {
  return referralId ?? workOf(child, interventionId)?.referralId ?? interventionId
}

function isOfSameCase(child: ChildLine, one: Assessment, other: Assessment): boolean {
  return caseIdOf(child, one) === caseIdOf(child, other)
}

function isOutOfCourt(child: ChildLine, { referralId, interventionId }: Assessment): boolean {
  const work = workOf(child, interventionId)
  if (work === undefined) return referralId !== undefined
  return interventionKinds[work.kind].route === 'out-of-court'
}

function wasOpenOn(child: ChildLine, assessment: Assessment, on: string): boolean {
  const caseId = caseIdOf(child, assessment)
  const isOpen = (endedOn: string | undefined) => endedOn === undefined || endedOn > on
  const referral = child.referrals.find(({ id }) => id === caseId)
  if (referral !== undefined && isOpen(referral.closedOn)) return true
  return child.interventions.some(
    work =>
      (work.referralId === caseId || work.id === caseId) &&
      work.startedOn <= on &&
      isOpen(work.endedOn),
  )
}

function workOf(child: ChildLine, interventionId: string | undefined) {
  return child.interventions.find(({ id }) => id === interventionId)
}
