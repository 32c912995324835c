import { compareDates, latest, plainDate, type PlainDate } from '../calendar/plain-date.ts'
import type { Parameter } from '../rules/parameter.ts'
import { numberOn, type Policy } from '../rules/policy.ts'
import type { StandardRule } from '../rules/rule.ts'
import type { GovernanceFacts } from './governance-facts.ts'
import { monthly, recurring } from './recurring.ts'

const auditsAMonth: Parameter = {
  name: 'Full case audits by each manager',
  unit: 'a month',
  values: [{ from: plainDate('2017-01-01'), value: 2 }],
  least: 1,
  most: 10,
}

/**
 * OM-15.4-audits: each manager audits cases every month and talks about what was found; a report every month gathers it.
 *
 * @source OM section 15.4
 * @interpretation An audit counts in the month in which it was talked over with the case manager, and the number that held on the first of
 * that month counts. Each manager is each team manager. The service's own report is a subject of its own, `findings-report`.
 */
export const caseAudits: StandardRule<
  Pick<GovernanceFacts, 'since' | 'staff' | 'audits' | 'findingsReportedOn'>
> = {
  id: 'OM-15.4-audits',
  kind: 'standard',
  title: 'Full case audits by every manager each month, talked over, with a report on the findings',
  why: 'Promises are kept where somebody looks. An audit that the worker never hears of teaches nobody.',
  citation: { source: 'OM', section: '15.4' },
  parameters: { auditsAMonth },
  waitsFor: 'governance',
  decide: ({ since, staff, audits, findingsReportedOn }, asOf, policy) => {
    const managers = staff.filter(({ grade }) => grade === 'team-manager')
    const ofManagers = managers.map(manager => {
      const talkedOver = audits.flatMap(({ managerId, discussedWithCaseManagerOn: on }) =>
        managerId === manager.id && on !== null ? [on] : [],
      )
      return recurring(
        {
          subjectId: manager.id,
          since: latest(since, manager.startedOn),
          doneOn: reachedOn(talkedOver, policy),
          what: 'the month’s audits were talked over',
          missing: ['all audits of a month done and talked over'],
        },
        monthly,
        asOf,
      )
    })
    const report = {
      subjectId: 'findings-report',
      since,
      doneOn: findingsReportedOn,
      what: 'report on the findings',
      missing: ['report on the findings'],
    }
    return [...ofManagers, recurring(report, monthly, asOf)]
  },
}

/** In each month the day on which the number of audits was reached. */
function reachedOn(days: readonly PlainDate[], policy: Policy): PlainDate[] {
  const months = Map.groupBy(days.toSorted(compareDates), day => day.toPlainYearMonth().toString())
  return [...months.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return []
    const wanted = numberOn(policy, auditsAMonth, first.with({ day: 1 }))
    const reached = [first, ...others][wanted - 1]
    return reached === undefined ? [] : [reached]
  })
}
