import type { AnswerTo } from '#domain/agreements/who-may-agree.ts'
import { isBefore, plainDate, type PlainDate } from '#domain/calendar/plain-date.ts'
import { nothingToSign } from '#domain/plans/sign-plan.ts'
import type { ChildLine } from '../format/child-line.ts'

/** What an agreement of a line is about, as the page would have known it on a day. */
interface SubjectOfLine extends Omit<AnswerTo, 'askedById'> {
  readonly nothingLeft: string | null
}

/**
 * Whose the record is that an agreement speaks of, and whether it still waited.
 *
 * @param on the day of the agreement. A file has days and no hours: what was signed on that day may have come after it
 */
export function agreementSubjectOf(
  child: ChildLine,
  { ruleId, subjectId }: { readonly ruleId: string; readonly subjectId: string },
  on: PlainDate,
): SubjectOfLine {
  const plan = child.interventions
    .flatMap(work => work.plans)
    .find(candidate => candidate.id === subjectId)
  const assessment = child.assessments.find(candidate => candidate.id === subjectId)
  return {
    holderIds: holdersOn(child, casesOf(child, subjectId), on),
    authorId: plan?.authorId ?? assessment?.authorId ?? null,
    nothingLeft:
      plan === undefined || ruleId !== 'OM-4.1-signed' ? null : nothingToSign(planBefore(plan, on)),
  }
}

type PlanOfLine = ChildLine['interventions'][number]['plans'][number]

function planBefore({ signatures, reviewedOn }: PlanOfLine, on: PlainDate) {
  const isEarlier = (day: string) => isBefore(plainDate(day), on)
  return {
    reviewedOn: reviewedOn !== undefined && isEarlier(reviewedOn) ? plainDate(reviewedOn) : null,
    signatures: signatures
      .map(({ signatory, signedOn }) => ({ signatory, on: plainDate(signedOn) }))
      .filter(signature => isBefore(signature.on, on)),
  }
}

interface OfCase {
  readonly id: string
  readonly referralId?: string | undefined
  readonly interventionId?: string | undefined
}

/** The referral and the work that the record belongs to; empty: it belongs to the child as a whole. */
function casesOf(child: ChildLine, subjectId: string): ReadonlySet<string> {
  const ofWork = child.interventions.flatMap(({ id: interventionId, ...work }) => [
    { id: interventionId, interventionId, referralId: work.referralId },
    ...work.outcomeIds.map(id => ({ id, interventionId })),
    ...work.plans.map(({ id }) => ({ id, interventionId })),
  ])
  const records: readonly OfCase[] = [
    ...child.referrals.map(({ id }) => ({ id, referralId: id })),
    ...ofWork,
    ...child.outcomes,
    ...child.assessments,
    ...child.allocations,
    ...child.contacts,
    ...child.events,
  ]
  const cases = records
    .filter(({ id }) => id === subjectId)
    .flatMap(({ referralId, interventionId }) => [referralId, interventionId])
  return new Set(cases.filter(id => id !== undefined))
}

function holdersOn(child: ChildLine, cases: ReadonlySet<string>, on: PlainDate): string[] {
  const referralOf = new Map(child.interventions.map(work => [work.id, work.referralId]))
  const isOfCase = (ids: readonly (string | undefined)[]) =>
    cases.size === 0 || ids.some(id => id !== undefined && cases.has(id))
  const day = on.toString()
  return child.allocations
    .filter(({ referralId, interventionId }) =>
      isOfCase([referralId, interventionId, referralOf.get(interventionId ?? '')]),
    )
    .filter(one => one.startedOn <= day && (one.endedOn === undefined || one.endedOn > day))
    .map(one => one.staffId)
}
