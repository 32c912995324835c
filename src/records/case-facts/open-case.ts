/** One piece of work open on the day: an intervention that has not ended, or a referral still in hand. */
export interface OpenCase {
  readonly childId: string
  readonly referralId: string | null
  readonly interventionId: string | null
}

/** Ids of what the cases are about, for `= any(…)`. */
export interface CaseIds {
  readonly children: string[]
  readonly referrals: string[]
  readonly interventions: string[]
}
