import type { InterventionKind } from '#domain/vocabulary/work.ts'
import type { DecisionName } from './steps.ts'

/** Where the plan of open work stands on the day. */
export type PlanState = 'none' | 'waiting' | 'overdue' | 'agreed-to-wait' | 'signed'
export type DirectKind = Extract<
  InterventionKind,
  'prevention' | 'voluntary' | 'court-order' | 'bail'
>

export interface OpenWorkSpec {
  readonly count: number
  /** The panel's decision, or work that comes without one. */
  readonly from: DecisionName | DirectKind
  /** Days since the work began, between these. */
  readonly daysAgo: readonly [number, number]
  readonly plan: PlanState
  /** A manager and the child agreed that help goes on beyond three months. */
  readonly longerAgreed?: boolean
}

/** Ninety pieces of open work in every state that a page has to show. */
export const openWork: readonly OpenWorkSpec[] = [
  { count: 5, from: 'divert', daysAgo: [0, 6], plan: 'none' },
  { count: 2, from: 'conditional-caution', daysAgo: [1, 6], plan: 'none' },
  { count: 8, from: 'divert', daysAgo: [12, 18], plan: 'waiting' },
  { count: 6, from: 'divert-plus', daysAgo: [35, 60], plan: 'overdue' },
  { count: 1, from: 'divert-plus', daysAgo: [40, 60], plan: 'agreed-to-wait' },
  { count: 14, from: 'divert', daysAgo: [24, 70], plan: 'signed' },
  { count: 8, from: 'divert-plus', daysAgo: [25, 100], plan: 'signed' },
  { count: 10, from: 'conditional-caution', daysAgo: [24, 66], plan: 'signed' },
  { count: 4, from: 'conditional-caution', daysAgo: [74, 82], plan: 'signed' },
  { count: 2, from: 'conditional-caution', daysAgo: [95, 125], plan: 'signed' },
  {
    count: 1,
    from: 'conditional-caution',
    daysAgo: [100, 110],
    plan: 'signed',
    longerAgreed: true,
  },
  { count: 5, from: 'caution', daysAgo: [24, 80], plan: 'signed' },
  { count: 5, from: 'divert-plus', daysAgo: [154, 168], plan: 'signed' },
  { count: 4, from: 'divert-plus', daysAgo: [188, 210], plan: 'signed' },
  { count: 6, from: 'prevention', daysAgo: [24, 120], plan: 'signed' },
  { count: 4, from: 'voluntary', daysAgo: [24, 90], plan: 'signed' },
  { count: 4, from: 'court-order', daysAgo: [30, 200], plan: 'signed' },
  { count: 1, from: 'bail', daysAgo: [8, 20], plan: 'none' },
]

/** Work that began and ended in the last twelve months. */
export const closedWork: readonly (readonly [number, DecisionName | DirectKind])[] = [
  [52, 'divert'],
  [20, 'divert-plus'],
  [5, 'outcome-22'],
  [1, 'deferred'],
  [8, 'caution'],
  [18, 'conditional-caution'],
  [14, 'prevention'],
  [6, 'voluntary'],
  [5, 'court-order'],
]

/** How far a referral in hand has come. */
export type ReferralState =
  'received' | 'checking' | 'near-panel' | 'next-panel' | 'panel-after' | 'awaiting-decision'

export const openReferrals: readonly (readonly [number, ReferralState])[] = [
  [5, 'received'],
  [5, 'checking'],
  [5, 'near-panel'],
  [4, 'next-panel'],
  [2, 'panel-after'],
  [4, 'awaiting-decision'],
]

/** Referrals of the last twelve months that led to no work. */
export const withoutWork: readonly (readonly [number, 'no-further-action' | 'charge'])[] = [
  [8, 'no-further-action'],
  [5, 'charge'],
]

export const safeguardingReferrals = 4
export const childrenWhoCameBack = 12
export const siblingPairs = 10
