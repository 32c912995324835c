import type { Period } from '../calendar/period.ts'
import { contains } from '../calendar/period.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { compareDates, isOnOrBefore } from '../calendar/plain-date.ts'
import { isFormalOutcome, type AppealStatus, type OutcomeKind } from '../vocabulary/outcomes.ts'
import { outByAppeal } from './appeals.ts'

/** An offence of a child who is followed up, with all that was decided about it. */
export interface FollowedOffence {
  readonly id: string
  readonly childId: string
  readonly referralId: string | null
  /** True when its referral was closed: with no outcome, nothing more will be decided. */
  readonly isReferralClosed: boolean
  readonly occurredOn: PlainDate
  readonly outcomes: readonly {
    readonly id: string
    readonly kind: OutcomeKind
    readonly decidedOn: PlainDate
    readonly appeal: AppealStatus
  }[]
}

/** `formal`: a caution or conviction. `any-disposal`: a community resolution as well. */
export type WhatCountsAsReoffence = 'formal' | 'any-disposal'

/**
 * What a later offence means: `reoffence` with the outcome that proved or admitted it, `undecided` while it is alleged, or
 * `not-proven`: what was decided about it neither proves it nor rests on an admission.
 */
export type OffenceStanding =
  | { readonly kind: 'reoffence'; readonly outcome: OutcomeKind; readonly decidedOn: PlainDate }
  | { readonly kind: 'undecided' }
  | { readonly kind: 'not-proven' }

/**
 * How an offence stands on a day, from the outcomes decided up to and including that day.
 *
 * @interpretation Outcome 22 and deferred prosecution need no admission and prove nothing, so they never make a re-offence.
 * @interpretation A decision to charge leaves the offence undecided until a court outcome is recorded.
 */
export function offenceStanding(
  offence: FollowedOffence,
  whatCounts: WhatCountsAsReoffence,
  asOf: PlainDate,
): OffenceStanding {
  const decided = offence.outcomes
    .filter(({ decidedOn }) => isOnOrBefore(decidedOn, asOf))
    .toSorted((a, b) => compareDates(a.decidedOn, b.decidedOn))
  const proof = decided.find(
    ({ kind, appeal }) => provesOffence(kind, whatCounts) && outByAppeal(appeal) === null,
  )
  if (proof) return { kind: 'reoffence', outcome: proof.kind, decidedOn: proof.decidedOn }
  if (decided.length === 0) return { kind: offence.isReferralClosed ? 'not-proven' : 'undecided' }
  return { kind: decided.every(({ kind }) => kind === 'charge') ? 'undecided' : 'not-proven' }
}

/**
 * The child's offences that follow a disposal: committed within the follow-up, and no part of what the disposal was for.
 *
 * @param window  the days on which an offence counts, first and last included
 */
export function offencesAfter(
  disposal: { readonly id: string; readonly childId: string; readonly referralId: string | null },
  window: Period,
  offences: readonly FollowedOffence[],
): readonly FollowedOffence[] {
  return offences.filter(
    offence =>
      offence.childId === disposal.childId &&
      contains(window, offence.occurredOn) &&
      (disposal.referralId === null || offence.referralId !== disposal.referralId) &&
      !offence.outcomes.some(({ id }) => id === disposal.id),
  )
}

function provesOffence(kind: OutcomeKind, whatCounts: WhatCountsAsReoffence): boolean {
  return isFormalOutcome(kind) || (whatCounts === 'any-disposal' && kind === 'community-resolution')
}
