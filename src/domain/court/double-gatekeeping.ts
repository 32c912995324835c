import { formatDate } from '../calendar/format-date.ts'
import { isAfter, plainDate, type PlainDate } from '../calendar/plain-date.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { TimeLimit } from '../rules/deadline.ts'
import { guardAnswer, unlessAgreed } from '../rules/guard-answer.ts'
import { numberOn, type Policy } from '../rules/policy.ts'
import type { GuardRule } from '../rules/rule.ts'
import type { ReportStep } from './court-facts.ts'
import { gatekeepingMeetings } from './report-gatekeeping.ts'

const draftBefore: TimeLimit = {
  name: 'How long before court the draft reaches both managers',
  unit: 'working days',
  values: [{ from: plainDate('2017-01-01'), value: 2 }],
  least: 1,
  most: 10,
}

/**
 * OM-7.3-double: where custody is a strong possibility two managers gatekeep the report, one of them from another team.
 *
 * @source OM section 7.3
 * @interpretation The source says "whenever possible": the head of service agrees, with a reason, where it is not. That agreement stands in
 * for the second manager and for a draft that came late; `OM-7.3-gatekeep` still asks for the first manager. The draft is in time up to
 * and including the second working day before the hearing, and the number that holds on the day asked counts.
 */
export const doubleGatekeeping: GuardRule<ReportStep> = {
  id: 'OM-7.3-double',
  kind: 'guard',
  title: 'Where custody is likely, two managers gatekeep the report, one from another team',
  why: 'Custody harms children. Before a court sees the report, someone who does not know the case asks what else could work.',
  citation: { source: 'OM', section: '7.3' },
  parameters: { draftBefore },
  exception: {
    by: 'head of service',
    what: 'Send a report in which custody is likely after one manager has gatekept it',
    untilQuestion: null,
    childAgrees: false,
  },
  waitsFor: 'court',
  decide: (report, asOf, policy) => {
    if (report.kind === 'breach-report' || !report.isCustodyLikely) {
      return { kind: 'not-applicable' }
    }
    const missing = [...managerGaps(report), ...draftGaps(report, asOf, policy)]
    if (missing.length > 0) return unlessAgreed(doubleGatekeeping, report, { missing, asOf })
    const on = gatekeepingMeetings(report).at(-1)?.heldOn ?? asOf
    return guardAnswer([], [{ text: 'Two managers gatekept it, one of another team', on }])
  },
}

function managerGaps(report: ReportStep): string[] {
  const meetings = gatekeepingMeetings(report)
  const managers = new Set(meetings.map(({ managerId }) => managerId))
  const gaps: string[] = []
  if (managers.size < 2) gaps.push('Ask a second manager to gatekeep the report.')
  if (meetings.every(({ teamId }) => teamId === report.teamId)) {
    gaps.push('Ask a manager of another team to gatekeep the report.')
  }
  return gaps
}

function draftGaps({ draftOn, hearingOn }: ReportStep, asOf: PlainDate, policy: Policy): string[] {
  const days = numberOn(policy, draftBefore, asOf)
  const lastDay = addWorkingDays(hearingOn, -days, policy.holidays)
  if (draftOn === null) {
    return [`Give the whole draft, provisional or not, to both managers by ${formatDate(lastDay)}.`]
  }
  if (!isAfter(draftOn, lastDay)) return []
  return [`The draft was due by ${formatDate(lastDay)}: ask the head of service.`]
}
