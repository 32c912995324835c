import { plainDate } from '../calendar/plain-date.ts'
import { policyOf } from '../rules/policy.ts'
import { dutyExamples } from '../rules/testing/worked-examples.ts'
import { caseReviews } from './case-reviews.ts'
import type { CaseReviewFact, StaffFact, SupervisionFact } from './governance-facts.ts'
import { peerSupervision } from './peer-supervision.ts'
import { supervision } from './supervision.ts'

const since = plainDate('2026-01-01')

/** Robyn, who started on 12 January 2026 and signed the supervision agreement the week after. */
const robyn: StaffFact = {
  id: 'robyn',
  grade: 'practitioner',
  startedOn: plainDate('2026-01-12'),
  supervisionAgreementOn: plainDate('2026-01-19'),
}

/** A supervision with all that belongs to it. */
function supervised(on: string, values: Partial<SupervisionFact> = {}): SupervisionFact {
  return {
    staffId: 'robyn',
    on: plainDate(on),
    talkedAboutCases: true,
    usedGrid: true,
    decisionsInChildFiles: true,
    restInStaffFile: true,
    ...values,
  }
}

function robynWith(...supervisions: readonly SupervisionFact[]) {
  return { since, staff: [robyn], supervisions }
}

/** A service that supervises every two months from March on. */
const everyTwoMonths = policyOf(
  {
    numbers: [
      {
        ruleId: 'OM-18-supervision',
        parameter: 'everyMonths',
        from: plainDate('2026-03-02'),
        value: 2,
      },
    ],
    switches: [],
    closedDays: [],
  },
  [supervision],
)

export const supervisionExamples = dutyExamples(supervision, [
  {
    when: 'there was a supervision this month',
    facts: robynWith(supervised('2026-03-03')),
    asOf: '2026-03-31',
    is: 'met',
  },
  {
    when: 'the last one was last month and the month ends today',
    facts: robynWith(supervised('2026-02-27')),
    asOf: '2026-03-31',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-03-31',
  },
  {
    when: 'the month ended yesterday without one',
    facts: robynWith(supervised('2026-02-03')),
    asOf: '2026-04-01',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'somebody started last month',
    facts: robynWith(),
    asOf: '2026-02-27',
    is: 'open',
    dueOn: '2026-02-28',
  },
  {
    when: 'cases were talked about without the grid',
    facts: robynWith(supervised('2026-02-03'), supervised('2026-03-03', { usedGrid: false })),
    asOf: '2026-03-10',
    is: 'open',
  },
  {
    when: 'no case was talked about, so no grid was needed',
    facts: robynWith(supervised('2026-03-03', { talkedAboutCases: false, usedGrid: false })),
    asOf: '2026-03-10',
    is: 'met',
  },
  {
    when: "decisions are not in the children's files",
    facts: robynWith(supervised('2026-03-03', { decisionsInChildFiles: false })),
    asOf: '2026-03-10',
    is: 'overdue',
    dueOn: '2026-02-28',
  },
  {
    when: 'nobody has signed the supervision agreement',
    facts: {
      since,
      staff: [{ ...robyn, supervisionAgreementOn: null }],
      supervisions: [supervised('2026-01-20')],
    },
    asOf: '2026-02-10',
    is: 'open',
  },
  {
    when: 'the service has made it two months while the month ran',
    facts: robynWith(supervised('2026-02-03')),
    asOf: '2026-04-01',
    is: 'open',
    dueOn: '2026-04-30',
    policy: everyTwoMonths,
  },
  {
    when: 'nobody works for the service',
    facts: { since, staff: [], supervisions: [] },
    asOf: '2026-03-10',
    is: 'not-applicable',
  },
])

const north = { id: 'north', startedOn: plainDate('2020-04-01'), isAreaTeam: true }

function northMet(...days: readonly string[]) {
  const peerSupervisions = days.map(on => ({ teamId: 'north', on: plainDate(on) }))
  return { since, teams: [north], peerSupervisions }
}

export const peerSupervisionExamples = dutyExamples(peerSupervision, [
  {
    when: 'the team met this month',
    facts: northMet('2026-02-10', '2026-03-10'),
    asOf: '2026-03-12',
    is: 'met',
  },
  {
    when: 'it met last month and the month ends today',
    facts: northMet('2026-02-10'),
    asOf: '2026-03-31',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-03-31',
  },
  {
    when: 'the month ended yesterday without a meeting',
    facts: northMet('2026-02-10'),
    asOf: '2026-04-01',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'only another team met',
    facts: {
      ...northMet(),
      peerSupervisions: [{ teamId: 'south', on: plainDate('2026-02-10') }],
    },
    asOf: '2026-03-01',
    is: 'overdue',
    dueOn: '2026-02-28',
  },
  {
    when: 'there is no team',
    facts: { since, teams: [], peerSupervisions: [] },
    asOf: '2026-03-12',
    is: 'not-applicable',
  },
])

function reviewed(on: string, values: Partial<CaseReviewFact> = {}): CaseReviewFact {
  return {
    reviewerId: 'robyn',
    on: plainDate(on),
    childCalled: true,
    parentCalled: true,
    ...values,
  }
}

function reviewerWith(...reviews: readonly CaseReviewFact[]) {
  return {
    since,
    staff: [{ ...robyn, grade: 'senior-practitioner' as const }],
    caseReviews: reviews,
  }
}

export const caseReviewsExamples = dutyExamples(caseReviews, [
  {
    when: 'a case was reviewed this month, and child and parent were called',
    facts: reviewerWith(reviewed('2026-03-10')),
    asOf: '2026-03-12',
    is: 'met',
  },
  {
    when: 'the last review was in January and March ends today',
    facts: reviewerWith(reviewed('2026-01-28')),
    asOf: '2026-03-31',
    is: 'open',
    edge: 'last-day',
    dueOn: '2026-03-31',
  },
  {
    when: 'the second month ended yesterday',
    facts: reviewerWith(reviewed('2026-01-28')),
    asOf: '2026-04-01',
    is: 'overdue',
    edge: 'day-after',
  },
  {
    when: 'the parent was not called',
    facts: reviewerWith(reviewed('2026-03-10', { parentCalled: false })),
    asOf: '2026-04-01',
    is: 'overdue',
  },
  {
    when: 'somebody is neither a manager nor a senior practitioner',
    facts: { since, staff: [robyn], caseReviews: [] },
    asOf: '2026-04-01',
    is: 'not-applicable',
  },
])
