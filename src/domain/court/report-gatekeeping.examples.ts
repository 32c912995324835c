import { aGatekeeping, aReport } from '#test/court-facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { guardExamples } from '../rules/testing/worked-examples.ts'
import { reportGatekeeping } from './report-gatekeeping.ts'

const asOf = '2026-04-20'
const disagreed = aGatekeeping({ agreedOnProposal: false })

export const reportGatekeepingExamples = guardExamples(reportGatekeeping, [
  {
    when: 'manager and author met and agreed on the proposal',
    facts: aReport({ gatekeeping: [aGatekeeping()] }),
    asOf,
    is: 'allowed',
    says: 'agreed on the proposal',
  },
  {
    when: 'nobody has met about a progress report',
    facts: aReport({ kind: 'progress-report' }),
    asOf,
    is: 'blocked',
    says: 'Meet with a manager',
  },
  {
    when: 'they did not agree',
    facts: aReport({ gatekeeping: [disagreed] }),
    asOf,
    is: 'blocked',
    says: 'head of service at once',
    mayAgree: null,
  },
  {
    when: 'the head of service settled what they did not agree on',
    facts: aReport({
      gatekeeping: [{ ...disagreed, settledByHeadOfServiceOn: plainDate('2026-04-17') }],
    }),
    asOf,
    is: 'allowed',
    says: 'settled',
  },
  {
    when: 'the author is a manager and gatekept the report alone',
    facts: aReport({ gatekeeping: [aGatekeeping({ managerId: 'worker' })] }),
    asOf,
    is: 'blocked',
  },
  {
    when: 'the author wrote the record in the place of the manager',
    facts: aReport({ gatekeeping: [aGatekeeping({ recordedById: 'worker' })] }),
    asOf,
    is: 'blocked',
  },
  {
    when: 'it is a report on a breach',
    facts: aReport({ kind: 'breach-report' }),
    asOf,
    is: 'not-applicable',
  },
])
