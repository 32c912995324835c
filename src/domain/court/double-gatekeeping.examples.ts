import { aGatekeeping, agreedBy, aReport } from '#test/court-facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { policyOf } from '../rules/policy.ts'
import { guardExamples } from '../rules/testing/worked-examples.ts'
import type { ReportStep } from './court-facts.ts'
import { doubleGatekeeping } from './double-gatekeeping.ts'

const asOf = '2026-04-20'
const own = aGatekeeping()
const ofOtherTeam = aGatekeeping({ managerId: 'other manager', teamId: 'south' })
const ofSameTeam = aGatekeeping({ managerId: 'deputy' })

/** Custody is a strong possibility at the hearing on Wednesday 22 April 2026. */
function custodyLikely(values: Partial<ReportStep> = {}): ReportStep {
  return aReport({ isCustodyLikely: true, gatekeeping: [own, ofOtherTeam], ...values })
}

/** A service that wants the draft three working days before. */
const earlier = policyOf(
  {
    numbers: [
      {
        ruleId: 'OM-7.3-double',
        parameter: 'draftBefore',
        from: plainDate('2026-04-01'),
        value: 3,
      },
    ],
    switches: [],
    closedDays: [],
  },
  [doubleGatekeeping],
)

export const doubleGatekeepingExamples = guardExamples(doubleGatekeeping, [
  {
    when: 'two managers gatekept it, one of another team, and the draft came two working days before court',
    facts: custodyLikely(),
    asOf,
    is: 'allowed',
    says: 'Two managers',
  },
  {
    when: 'the draft came on the working day before court',
    facts: custodyLikely({ draftOn: plainDate('2026-04-21') }),
    asOf: '2026-04-21',
    is: 'blocked',
    says: 'The draft was due by 20 April 2026',
  },
  {
    when: 'there is no draft yet',
    facts: custodyLikely({ draftOn: null }),
    asOf,
    is: 'blocked',
    says: 'to both managers by 20 April 2026',
  },
  {
    when: 'the weekend lies between the draft and court',
    facts: custodyLikely({ hearingOn: plainDate('2026-04-20'), draftOn: plainDate('2026-04-16') }),
    asOf,
    is: 'allowed',
  },
  {
    when: 'the service wants the draft three working days before',
    facts: custodyLikely(),
    asOf,
    is: 'blocked',
    says: '17 April 2026',
    policy: earlier,
  },
  {
    when: 'only one manager gatekept it',
    facts: custodyLikely({ gatekeeping: [own] }),
    asOf,
    is: 'blocked',
    says: 'a second manager',
    mayAgree: 'head of service',
  },
  {
    when: 'both managers are of the same team',
    facts: custodyLikely({ gatekeeping: [own, ofSameTeam] }),
    asOf,
    is: 'blocked',
    says: 'of another team',
  },
  {
    when: 'the head of service agreed that a second manager cannot be found in time',
    facts: custodyLikely({ gatekeeping: [own], agreements: agreedBy('OM-7.3-double') }),
    asOf,
    is: 'agreed',
    says: 'Jo, head of service',
  },
  {
    when: 'the one who agreed sends the report',
    facts: custodyLikely({
      gatekeeping: [own],
      agreements: agreedBy('OM-7.3-double'),
      takenById: 'head',
    }),
    asOf,
    is: 'blocked',
    says: 'Nobody goes on by their own agreement',
  },
  { when: 'custody is not likely', facts: aReport(), asOf, is: 'not-applicable' },
  {
    when: 'it is a report on a breach',
    facts: custodyLikely({ kind: 'breach-report' }),
    asOf,
    is: 'not-applicable',
  },
])
