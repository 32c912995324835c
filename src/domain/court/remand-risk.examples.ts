import { aHearing, courtFacts } from '#test/court-facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import type { CourtFacts, HearingFact } from './court-facts.ts'
import { remandRisk } from './remand-risk.ts'

/** On Monday 20 April 2026 we hear that the child may be remanded on Wednesday. */
function atRisk(values: Partial<NonNullable<HearingFact['remandRisk']>> = {}): CourtFacts {
  const risk = {
    knownOn: plainDate('2026-04-20'),
    headOfServiceToldOn: null,
    bailPackageOn: null,
    ...values,
  }
  return courtFacts({ hearings: [aHearing({ remandRisk: risk })] })
}

const told = { headOfServiceToldOn: plainDate('2026-04-20') }

export const remandRiskExamples = dutyExamples(remandRisk, [
  {
    when: 'the head of service was told and the bail package was ready on the day of the hearing',
    facts: atRisk({ ...told, bailPackageOn: plainDate('2026-04-22') }),
    asOf: '2026-04-23',
    is: 'met',
  },
  {
    when: 'we heard of it today',
    facts: atRisk(),
    asOf: '2026-04-20',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-04-20',
  },
  {
    when: 'we heard of it yesterday and the head of service does not know',
    facts: atRisk(),
    asOf: '2026-04-21',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'the head of service knows and the package is still to come before the hearing',
    facts: atRisk(told),
    asOf: '2026-04-21',
    is: 'open',
    dueOn: '2026-04-22',
  },
  {
    when: 'the hearing was yesterday and there was no package',
    facts: atRisk(told),
    asOf: '2026-04-23',
    is: 'overdue',
  },
  {
    when: 'the package was ready the day after the hearing',
    facts: atRisk({ ...told, bailPackageOn: plainDate('2026-04-23') }),
    asOf: '2026-04-23',
    is: 'overdue',
  },
  {
    when: 'nobody expects a remand',
    facts: courtFacts({ hearings: [aHearing()] }),
    asOf: '2026-04-21',
    is: 'not-applicable',
  },
])
