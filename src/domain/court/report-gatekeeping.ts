import { guardAnswer } from '../rules/guard-answer.ts'
import type { GuardRule } from '../rules/rule.ts'
import type { GatekeepingFact, ReportStep } from './court-facts.ts'

/**
 * OM-7.3-gatekeep: before a report is sent, a manager and its author have met and agree on what it proposes.
 *
 * @source OM section 7.3, section 7.5
 * @interpretation The manager is somebody else than the author and writes the record. Where they disagree, the head of service settles it
 * or they meet again and agree: the latest meeting counts. A report on a breach is not gatekept by this rule.
 */
export const reportGatekeeping: GuardRule<ReportStep> = {
  id: 'OM-7.3-gatekeep',
  kind: 'guard',
  title: 'A manager and the author have met about the report and agree on its proposal',
  why: 'A report can change where a child lives and sleeps. Two people who have argued it through see what one has missed.',
  citation: { source: 'OM', section: '7.3' },
  parameters: {},
  waitsFor: 'court',
  decide: report => {
    if (report.kind === 'breach-report') return { kind: 'not-applicable' }
    const latest = gatekeepingMeetings(report).at(-1)
    if (latest === undefined) {
      return guardAnswer(['Meet with a manager about the report; the manager records it.'], [])
    }
    const { agreedOnProposal, settledByHeadOfServiceOn: settledOn } = latest
    if (agreedOnProposal) {
      const text = 'Manager and author agreed on the proposal'
      return guardAnswer([], [{ text, on: latest.heldOn }])
    }
    if (settledOn !== null) {
      return guardAnswer([], [{ text: 'The head of service settled the proposal', on: settledOn }])
    }
    return guardAnswer(['Take the disagreement to the head of service at once.'], [])
  },
}

/** Meetings that count as gatekeeping: of a manager who is not the author, written down by that manager; earliest first. */
export function gatekeepingMeetings({ gatekeeping, authorId }: ReportStep): GatekeepingFact[] {
  return gatekeeping.filter(
    ({ managerId, recordedById }) => managerId !== authorId && recordedById === managerId,
  )
}
