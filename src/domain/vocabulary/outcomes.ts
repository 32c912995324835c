/**
 * What can be decided about offences: out of court and in court.
 *
 * `nationalCode` is the legal outcome code that the Youth Justice Board's own reporting code reads; `null` where its list names none
 * that we have seen. `rank` orders outcomes by seriousness: a higher number is more serious.
 *
 * @source YJB-SQL "legal outcomes"
 * @interpretation The ranks are ours: the national ranking table is not public.
 */
export const outcomeKinds = {
  'no-further-action': outcome('No further action', 'none', null, 0),
  'community-resolution': outcome(
    'Community resolution',
    'diversion',
    'COMMUNITY_RESOLUTION_WITH_YJS_INVOLVEMENT',
    10,
  ),
  'outcome-22': outcome(
    'Outcome 22',
    'diversion',
    'NO_FURTHER_ACTION_OUTCOME_22_WITH_YJS_INVOLVEMENT',
    11,
  ),
  'deferred-prosecution': outcome(
    'Deferred prosecution',
    'diversion',
    'NO_FURTHER_ACTION_OUTCOME_22_DEFERRED_PROSECUTION_CAUTION_WITH_YJS_INVOLVEMENT',
    12,
  ),
  'youth-caution': outcome('Youth caution', 'pre-court', 'YOUTH_CAUTION', 20),
  'youth-conditional-caution': outcome(
    'Youth conditional caution',
    'pre-court',
    'YOUTH_CONDITIONAL_CAUTION',
    30,
  ),
  charge: outcome('Back to charge', 'none', null, 1),
  'conditional-discharge': outcome('Conditional discharge', 'first-tier', null, 40),
  'referral-order': outcome('Referral order', 'first-tier', 'REFERRAL_ORDER', 45),
  'youth-rehabilitation-order': outcome(
    'Youth rehabilitation order',
    'community',
    'YOUTH_REHABILITATION_ORDER',
    60,
  ),
  'detention-and-training-order': outcome(
    'Detention and training order',
    'custody',
    'DETENTION_AND_TRAINING_ORDER',
    80,
  ),
} as const satisfies Record<string, OutcomeKindEntry>

export type OutcomeKind = keyof typeof outcomeKinds

/** The group that national counting puts an outcome in; `none` is neither a disposal nor a conviction. */
export type OutcomeTier =
  'none' | 'diversion' | 'pre-court' | 'first-tier' | 'community' | 'custody'

interface OutcomeKindEntry {
  readonly name: string
  readonly tier: OutcomeTier
  readonly nationalCode: string | null
  readonly rank: number
}

function outcome<const Tier extends OutcomeTier>(
  name: string,
  tier: Tier,
  nationalCode: string | null,
  rank: number,
) {
  return { name, tier, nationalCode, rank }
}

/** Every outcome kind, least serious first. */
export const outcomeKindList = (Object.keys(outcomeKinds) as OutcomeKind[]).toSorted(
  (a, b) => outcomeKinds[a].rank - outcomeKinds[b].rank,
)

/** True for a text that names an outcome kind. */
export function isOutcomeKind(text: string): text is OutcomeKind {
  return Object.hasOwn(outcomeKinds, text)
}

/** What a youth justice panel may decide, in the order in which the decision page offers it. */
export const panelDecisions = [
  'no-further-action',
  'community-resolution',
  'outcome-22',
  'deferred-prosecution',
  'youth-caution',
  'youth-conditional-caution',
  'charge',
] as const satisfies readonly OutcomeKind[]

export type PanelDecision = (typeof panelDecisions)[number]

/** True for what is decided out of court and is a disposal: not "no further action", not a charge. */
export function isOutOfCourtDisposal(kind: OutcomeKind): boolean {
  const tier = outcomeKinds[kind].tier
  return tier === 'diversion' || tier === 'pre-court'
}

/** True for what a court decided. */
export function isCourtOutcome(kind: OutcomeKind): boolean {
  const tier = outcomeKinds[kind].tier
  return tier === 'first-tier' || tier === 'community' || tier === 'custody'
}

/** True for a caution or conviction: what makes a child a first-time entrant, and what proves an offence. */
export function isFormalOutcome(kind: OutcomeKind): boolean {
  return outcomeKinds[kind].tier === 'pre-court' || isCourtOutcome(kind)
}

/** Whether the child's home was in this service's area on the day of the outcome: decides who counts the child. */
export const residences = { local: 'Lives in our area', other: 'Lives in another area' } as const
export type Residence = keyof typeof residences

/** What an appeal did to an outcome. `changed` and `successful` take it out of every count. @source YJB-SQL "appeal status" */
export const appealStatuses = {
  none: 'No appeal',
  unchanged: 'Appeal left it unchanged',
  changed: 'Changed on appeal',
  successful: 'Appeal successful',
} as const
export type AppealStatus = keyof typeof appealStatuses
