import { aBreach, agreedBy, anEnablingMeeting } from '#test/court-facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { BreachStep } from '../court/court-facts.ts'
import { guardExamples } from '../rules/testing/worked-examples.ts'
import { breachGrounds } from './breach-grounds.ts'
import { careBreachPanel } from './care-breach-panel.ts'
import { enablingMeeting } from './enabling-meeting.ts'
import { issBreach } from './iss-breach.ts'

const asOf = '2026-04-20'

export const enablingMeetingExamples = guardExamples(
  enablingMeeting,
  [
    {
      when: 'a meeting looked for a way on with the child',
      facts: aBreach(),
      asOf,
      is: 'allowed',
      says: 'a way on',
    },
    {
      when: 'nobody has met with the child and the family',
      facts: aBreach({ enablingMeetings: [] }),
      asOf,
      is: 'blocked',
      says: 'Meet with the child',
      mayAgree: 'manager',
    },
    {
      when: 'nobody asked what we change',
      facts: aBreach({ enablingMeetings: [anEnablingMeeting({ whatWeChange: '' })] }),
      asOf,
      is: 'blocked',
      says: 'what we change',
    },
    {
      when: 'no manager was there and the grid was not used',
      facts: aBreach({
        enablingMeetings: [anEnablingMeeting({ managerId: null, usedGrid: false })],
      }),
      asOf,
      is: 'blocked',
      says: 'Use the Safety and Well-being Grid',
    },
    {
      when: 'what one meeting lacked only another one had',
      facts: aBreach({
        enablingMeetings: [
          anEnablingMeeting({ wasRestorative: false }),
          anEnablingMeeting({ usedGrid: false }),
        ],
      }),
      asOf,
      is: 'blocked',
    },
    {
      when: 'a manager agreed to go at once because the risk is significant',
      facts: aBreach({
        enablingMeetings: [],
        agreements: agreedBy('OM-11.3-meeting', 'manager'),
      }),
      asOf,
      is: 'agreed',
    },
    {
      when: 'the manager who agreed brings the breach',
      facts: aBreach({
        enablingMeetings: [],
        agreements: agreedBy('OM-11.3-meeting', 'manager'),
        takenById: 'manager',
      }),
      asOf,
      is: 'blocked',
      says: 'Nobody goes on by their own agreement',
    },
  ],
  { 'not-applicable': 'Every breach needs it.' },
)

const ofIss = aBreach({ isOfIss: true })

export const issBreachExamples = guardExamples(
  issBreach,
  [
    {
      when: 'the head of service has agreed',
      facts: { ...ofIss, agreements: agreedBy('OM-11.3-iss-breach') },
      asOf,
      is: 'agreed',
    },
    {
      when: 'nobody has agreed',
      facts: ofIss,
      asOf,
      is: 'blocked',
      mayAgree: 'head of service',
      says: 'Ask the head of service',
    },
    {
      when: 'what was agreed is another rule’s',
      facts: { ...ofIss, agreements: agreedBy('OM-11.3-meeting') },
      asOf,
      is: 'blocked',
    },
    { when: 'it is another order', facts: aBreach(), asOf, is: 'not-applicable' },
  ],
  { allowed: 'Only the agreement of the head of service allows it.' },
)

type Panel = NonNullable<BreachStep['panel']>

const manager = { staffId: 'manager', as: 'manager' } as const
const peer = { staffId: 'peer', as: 'peer-worker' } as const
const independent = { staffId: null, as: 'independent' } as const

/** Breach of a child looked after, with the panel of 15 April 2026 that agreed. */
function inCare(members: Panel['members'] | null, values: Partial<BreachStep> = {}): BreachStep {
  const panel = members && { on: plainDate('2026-04-15'), members, agrees: true }
  return aBreach({ isLookedAfter: true, panel, ...values })
}

export const careBreachPanelExamples = guardExamples(careBreachPanel, [
  {
    when: 'a manager, a peer worker and somebody independent agreed',
    facts: inCare([manager, peer, independent]),
    asOf,
    is: 'allowed',
    says: 'A panel of three agreed',
  },
  {
    when: 'no panel has met',
    facts: inCare(null),
    asOf,
    is: 'blocked',
    says: 'Call a panel',
    mayAgree: 'head of service',
  },
  {
    when: 'another service supervises the child for us and no panel has met',
    facts: aBreach({ isSupervisedElsewhere: true }),
    asOf,
    is: 'blocked',
    says: 'Call a panel',
  },
  {
    when: 'nobody on the panel was independent',
    facts: inCare([manager, peer]),
    asOf,
    is: 'blocked',
    says: 'independent of the service',
  },
  {
    when: 'the worker who asks sat as the peer worker',
    facts: inCare([manager, { ...peer, staffId: 'worker' }, independent]),
    asOf,
    is: 'blocked',
    says: 'does not hold the case',
  },
  {
    when: 'one member of staff took two seats',
    facts: inCare([manager, { ...peer, staffId: 'manager' }, independent]),
    asOf,
    is: 'blocked',
  },
  {
    when: 'the panel did not agree, whatever the head of service says',
    facts: inCare(null, {
      panel: {
        on: plainDate('2026-04-15'),
        members: [manager, peer, independent],
        agrees: false,
      },
      agreements: agreedBy('OM-11.3-care-breach'),
    }),
    asOf,
    is: 'blocked',
    says: 'did not agree',
    mayAgree: null,
  },
  {
    when: 'no panel can be called and the head of service agreed',
    facts: inCare(null, { agreements: agreedBy('OM-11.3-care-breach') }),
    asOf,
    is: 'agreed',
  },
  {
    when: 'the head of service agreed and brings the breach',
    facts: inCare(null, { agreements: agreedBy('OM-11.3-care-breach'), takenById: 'head' }),
    asOf,
    is: 'blocked',
    says: 'Nobody goes on by their own agreement',
  },
  { when: 'the child lives at home', facts: aBreach(), asOf, is: 'not-applicable' },
])

export const breachGroundsExamples = guardExamples(breachGrounds, [
  {
    when: 'appointments were missed besides restorative sessions',
    facts: aBreach({ grounds: ['missed-restorative-session', 'missed-appointment'] }),
    asOf,
    is: 'allowed',
    says: 'another ground',
  },
  {
    when: 'only restorative sessions were missed',
    facts: aBreach({ grounds: ['missed-restorative-session'] }),
    asOf,
    is: 'blocked',
    says: 'alone are no ground',
    mayAgree: null,
  },
  {
    when: 'no ground is recorded',
    facts: aBreach({ grounds: [] }),
    asOf,
    is: 'blocked',
    says: 'Record the grounds',
  },
  {
    when: 'no restorative session was missed',
    facts: aBreach(),
    asOf,
    is: 'not-applicable',
  },
])
