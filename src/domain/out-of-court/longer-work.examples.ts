import { anAgreement } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { guardExamples } from '../rules/testing/worked-examples.ts'
import { longerWorkGuard, type LongerWorkFacts } from './longer-work.ts'

const asOf = '2026-03-16'
const caution = (end: string) =>
  ({ kind: 'youth-conditional-caution', conditionsEndOn: plainDate(end) }) as const

/** A contact on a day, in work under a conditional caution whose conditions end on 30 April 2026. */
function contactOn(on: string, values: Partial<LongerWorkFacts> = {}): LongerWorkFacts {
  return {
    interventionId: 'work',
    outcomes: [caution('2026-04-30')],
    on: plainDate(on),
    byId: 'worker',
    agreements: [],
    ...values,
  }
}

const agreement = {
  ...anAgreement({
    ruleId: 'OM-6.5-longer',
    subjectId: 'work',
    untilOn: plainDate('2026-06-12'),
  }),
  grantedById: 'manager',
}
const withAgreement = { agreements: [agreement] }

export const longerWorkExamples = guardExamples(longerWorkGuard, [
  {
    when: 'the contact is on the last day of the conditions',
    facts: contactOn('2026-04-30'),
    asOf,
    is: 'allowed',
    says: 'runs until',
  },
  {
    when: 'it is on the day after',
    facts: contactOn('2026-05-01'),
    asOf,
    is: 'blocked',
    says: 'The outcome ended on 30 April 2026',
  },
  {
    when: 'a second caution of the same work ends later',
    facts: contactOn('2026-05-01', { outcomes: [caution('2026-04-30'), caution('2026-05-01')] }),
    asOf,
    is: 'allowed',
  },
  {
    when: 'child and manager agreed until that very day',
    facts: contactOn('2026-06-12', withAgreement),
    asOf,
    is: 'agreed',
    says: 'Alex, team manager agreed',
  },
  {
    when: 'they agreed until the day before',
    facts: contactOn('2026-06-13', withAgreement),
    asOf,
    is: 'blocked',
  },
  {
    when: 'nobody said for how long',
    facts: contactOn('2026-06-12', { agreements: [{ ...agreement, untilOn: null }] }),
    asOf,
    is: 'blocked',
  },
  {
    when: 'the manager who agreed plans the contact',
    facts: contactOn('2026-06-12', { ...withAgreement, byId: 'manager' }),
    asOf,
    is: 'blocked',
  },
  {
    when: 'the outcome has no last day',
    facts: contactOn('2026-06-12', {
      outcomes: [{ kind: 'community-resolution', conditionsEndOn: null }],
    }),
    asOf,
    is: 'not-applicable',
  },
  {
    when: 'one of two outcomes has no last day',
    facts: contactOn('2026-06-12', {
      outcomes: [caution('2026-04-30'), { kind: 'community-resolution', conditionsEndOn: null }],
    }),
    asOf,
    is: 'not-applicable',
  },
  {
    when: 'it is help that serves no outcome',
    facts: contactOn('2026-06-12', { outcomes: [] }),
    asOf,
    is: 'not-applicable',
  },
])
