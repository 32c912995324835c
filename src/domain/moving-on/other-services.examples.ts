import { aCase, anAgreement, anEventFact, openWork, someChild } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { CaseFacts } from '../rules/case-facts.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import { caretaking } from './caretaking.ts'
import { homeServiceTold } from './home-service-told.ts'
import { transferOut } from './transfer-out.ts'

const moves = anEventFact({ id: 'move', kind: 'transfer-out', on: plainDate('2026-04-13') })
const handedOver = anEventFact({ kind: 'handover', aboutId: 'move', on: plainDate('2026-04-16') })

/** On Monday 13 April 2026 it is known that the case moves to another service. */
function moving(...events: CaseFacts['events']): CaseFacts {
  return aCase({ intervention: openWork, events: [moves, ...events] })
}

export const transferOutExamples = dutyExamples(transferOut, [
  {
    when: 'the case was handed over',
    facts: moving(handedOver),
    asOf: '2026-05-01',
    is: 'met',
  },
  {
    when: 'it is the fifth working day',
    facts: moving(),
    asOf: '2026-04-20',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-04-20',
  },
  {
    when: 'the fifth working day was yesterday',
    facts: moving(),
    asOf: '2026-04-21',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'the handover that is recorded was for an earlier move',
    facts: moving({ ...handedOver, aboutId: 'earlier move' }),
    asOf: '2026-04-21',
    is: 'overdue',
  },
  {
    when: 'the case stays with us',
    facts: aCase({ intervention: openWork }),
    asOf: '2026-04-21',
    is: 'not-applicable',
  },
])

const caution = {
  id: 'outcome',
  kind: 'youth-caution',
  decidedOn: plainDate('2026-04-16'),
  conditionsEndOn: null,
} as const
const told = anEventFact({ kind: 'home-service-told', on: plainDate('2026-04-17') })

/** A child looked after by another authority who got a youth caution here on Thursday 16 April 2026. */
function placedHere(values: Partial<CaseFacts> = {}): CaseFacts {
  const child = { ...someChild, isLookedAfter: true, isFromOtherService: true }
  return aCase({ child, intervention: openWork, outcomes: [caution], ...values })
}

export const homeServiceToldExamples = dutyExamples(homeServiceTold, [
  {
    when: 'the home service was told of the outcome',
    facts: placedHere({ events: [told] }),
    asOf: '2026-05-01',
    is: 'met',
  },
  {
    when: 'it is the second working day, with a weekend between',
    facts: placedHere(),
    asOf: '2026-04-20',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-04-20',
  },
  {
    when: 'the second working day was yesterday',
    facts: placedHere(),
    asOf: '2026-04-21',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'the home service was told of something before the outcome',
    facts: placedHere({ events: [{ ...told, on: plainDate('2026-04-15') }] }),
    asOf: '2026-04-21',
    is: 'overdue',
  },
  {
    when: 'it was decided to take no further action',
    facts: placedHere({ outcomes: [{ ...caution, kind: 'no-further-action' }] }),
    asOf: '2026-04-21',
    is: 'not-applicable',
  },
  {
    when: 'the child is looked after by our own authority',
    facts: placedHere({ child: { ...someChild, isLookedAfter: true } }),
    asOf: '2026-04-21',
    is: 'not-applicable',
  },
  {
    when: 'the child moved here with the family',
    facts: placedHere({ child: { ...someChild, isFromOtherService: true } }),
    asOf: '2026-04-21',
    is: 'not-applicable',
  },
])

const placed = anEventFact({
  id: 'placed',
  kind: 'home-address-elsewhere',
  on: plainDate('2026-04-13'),
})
const letter = anEventFact({
  kind: 'breach-policy-sent',
  aboutId: 'placed',
  on: plainDate('2026-04-15'),
})
const tooFar = anAgreement({
  ruleId: 'OM-12.2-caretaking',
  subjectId: 'placed',
  reason: 'Six hours away',
})

/** Our child was placed in another area on Monday 13 April 2026. */
function elsewhere(values: Partial<CaseFacts> = {}): CaseFacts {
  return aCase({ intervention: openWork, events: [placed], ...values })
}

export const caretakingExamples = dutyExamples(caretaking, [
  {
    when: 'the other service has our letter',
    facts: elsewhere({ events: [placed, letter] }),
    asOf: '2026-05-01',
    is: 'met',
  },
  {
    when: 'it is the fifth working day',
    facts: elsewhere(),
    asOf: '2026-04-20',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-04-20',
  },
  {
    when: 'the fifth working day was yesterday',
    facts: elsewhere(),
    asOf: '2026-04-21',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'a manager agreed that the other service keeps contact because it is too far',
    facts: elsewhere({ agreements: [tooFar] }),
    asOf: '2026-04-21',
    is: 'excused',
  },
  {
    when: 'the child lives here',
    facts: elsewhere({ events: [] }),
    asOf: '2026-04-21',
    is: 'not-applicable',
  },
])
