import { daysFrom } from '../days.ts'
import type { DecisionName, Path, Step } from './steps.ts'

/**
 * The published year, as paths of children.
 *
 * The figures that a reader may compare: 271 disposals from 15 June 2021 to 14 June 2022 (140 Divert, 55 Divert plus, 19 youth
 * cautions, 57 conditional cautions; 13 of the cautions after something higher); 187, 24 and 50 children with a disposal in 2021, of
 * whom 20, 1 and 5 re-offended; 68 first-time entrants in 2021. They follow from how many children go which way.
 */
export const spring21 = daysFrom('2021-01-01', '2021-06-14')
export const autumn21 = daysFrom('2021-06-15', '2021-12-31')
export const spring22 = daysFrom('2022-01-01', '2022-06-14')
const earlier = daysFrom('2019-02-01', '2020-10-31')
const inCourtEarly21 = daysFrom('2021-01-05', '2021-05-20')
const inCourtLate21 = daysFrom('2021-06-10', '2021-12-20')
const inCourtEarly22 = daysFrom('2022-01-10', '2022-05-10')
const inCourt22 = daysFrom('2022-01-10', '2022-10-28')

type Days = Step['within']

function path(count: number, ...steps: readonly (readonly [DecisionName, Days])[]): Path {
  return { count, steps: steps.map(([decision, within]) => ({ decision, within })) }
}

function reoffends(count: number, ...steps: readonly (readonly [DecisionName, Days])[]): Path {
  return { ...path(count, ...steps), withinAYear: true }
}

const divertPaths: readonly Path[] = [
  path(51, ['divert', spring21]),
  path(22, ['divert-plus', spring21]),
  path(61, ['divert', autumn21]),
  path(6, ['divert', earlier], ['divert', autumn21]),
  path(27, ['divert-plus', autumn21]),
  path(62, ['divert', spring22]),
  path(20, ['divert-plus', spring22]),
]

/** The twenty of the 187 who re-offended. */
const divertThenMore: readonly Path[] = [
  reoffends(4, ['divert', spring21], ['divert-plus', autumn21]),
  reoffends(3, ['divert', spring21], ['conditional-caution', autumn21]),
  reoffends(2, ['divert', autumn21], ['conditional-caution', spring22]),
  reoffends(2, ['divert', autumn21], ['caution', spring22]),
  reoffends(2, ['divert', spring21], ['divert-plus', spring22]),
  reoffends(2, ['divert', autumn21], ['divert-plus', spring22]),
  reoffends(5, ['divert', autumn21], ['referral-order', inCourt22]),
]

const cautionPaths: readonly Path[] = [
  path(5, ['caution', spring21]),
  path(4, ['conditional-caution', earlier], ['caution', spring21]),
  path(4, ['referral-order', earlier], ['caution', spring21]),
  path(4, ['caution', autumn21]),
  path(4, ['conditional-caution', earlier], ['caution', autumn21]),
  path(2, ['referral-order', earlier], ['caution', autumn21]),
  path(3, ['conditional-caution', earlier], ['caution', spring22]),
  path(2, ['referral-order', earlier], ['caution', spring22]),
  reoffends(1, ['caution', spring21], ['referral-order', inCourtEarly22]),
]

const conditionalCautionPaths: readonly Path[] = [
  path(10, ['conditional-caution', spring21]),
  path(4, ['caution', earlier], ['conditional-caution', spring21]),
  path(2, ['referral-order', earlier], ['conditional-caution', spring21]),
  path(18, ['conditional-caution', autumn21]),
  path(6, ['caution', earlier], ['conditional-caution', autumn21]),
  path(2, ['referral-order', earlier], ['conditional-caution', autumn21]),
  path(14, ['conditional-caution', spring22]),
  path(4, ['caution', earlier], ['conditional-caution', spring22]),
  path(2, ['referral-order', earlier], ['conditional-caution', spring22]),
  // The five of the fifty who re-offended.
  reoffends(3, ['conditional-caution', spring21], ['referral-order', inCourtEarly22]),
  reoffends(2, ['conditional-caution', autumn21], ['caution', spring22]),
  // They live in another area: counted among the disposals, and by their own service as first-time entrants.
  {
    count: 4,
    steps: [{ decision: 'conditional-caution', within: spring22, residence: 'other' }],
  },
]

const courtPaths: readonly Path[] = [
  // First outcome of all in 2021: with those cautioned, 68 first-time entrants.
  path(10, ['referral-order', inCourtEarly21]),
  path(9, ['referral-order', inCourtLate21]),
  path(3, ['rehabilitation-order', inCourtLate21]),
  path(9, ['referral-order', inCourtEarly22]),
  path(1, ['detention-order', inCourtEarly22]),
  // No first-time entrants of ours: another area's children, and outcomes that an appeal took away.
  {
    count: 6,
    steps: [{ decision: 'referral-order', within: inCourtLate21, residence: 'other' }],
  },
  {
    count: 2,
    steps: [{ decision: 'rehabilitation-order', within: inCourtLate21, appeal: 'successful' }],
  },
  { count: 1, steps: [{ decision: 'referral-order', within: inCourtLate21, appeal: 'changed' }] },
]

export const historyPaths: readonly Path[] = [
  ...divertPaths,
  ...divertThenMore,
  ...cautionPaths,
  ...conditionalCautionPaths,
  ...courtPaths,
]

/** Children who come back to court in the published year, one at a time until the year's number is reached. */
export const returnToCourt: readonly (readonly [Path, number])[] = [
  [returns('caution', { decision: 'rehabilitation-order', within: inCourtLate21 }), 22],
  [returns('conditional-caution', { decision: 'referral-order', within: inCourtLate21 }), 16],
  [returns('referral-order', { decision: 'rehabilitation-order', within: inCourtEarly22 }), 22],
  [returns('caution', { decision: 'referral-order', within: inCourtEarly22 }), 14],
  [returns('referral-order', { decision: 'detention-order', within: inCourtEarly22 }), 6],
  [
    returns('conditional-caution', {
      decision: 'rehabilitation-order',
      within: daysFrom('2021-08-16', '2022-05-10'),
      bailBefore: true,
    }),
    20,
  ],
]

function returns(first: DecisionName, step: Step): Path {
  return { count: 1, steps: [{ decision: first, within: earlier }, step] }
}
