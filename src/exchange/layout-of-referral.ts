import * as referrals from './format/referral.ts'
import { part } from './part.ts'

/** An offence, beneath a referral or beneath the child. */
export const offencePart = {
  table: 'offences',
  schema: referrals.offence,
  ofChild: true,
  sortBy: 'occurredOn',
  past: ['occurredOn'],
} as const

/** A referral and everything beneath. */
export const referralPart = part({
  table: 'referrals',
  schema: referrals.referral,
  parent: 'childId',
  sortBy: 'receivedOn',
  past: ['receivedOn', 'closedOn'],
  inOrder: [['receivedOn', 'closedOn']],
  parts: {
    detentions: part({
      table: 'detentions',
      schema: referrals.detention,
      parent: 'referralId',
      sortBy: 'arrivedAt',
      after: [['arrivedAt', 'releasedAt']],
    }),
    offences: part({ ...offencePart, parent: 'referralId' }),
    checks: part({
      table: 'referralChecks',
      schema: referrals.check,
      parent: 'referralId',
      sortBy: 'recordedAt',
      past: ['checkedOn'],
    }),
    listings: part({
      table: 'panelListings',
      schema: referrals.listing,
      parent: 'referralId',
      sortBy: 'recordedAt',
    }),
    explanations: part({
      table: 'explanations',
      schema: referrals.explanation,
      parent: 'referralId',
      sortBy: 'explainedOn',
      past: ['explainedOn'],
    }),
  },
})
