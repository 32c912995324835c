import { latest } from '../calendar/plain-date.ts'
import type { StandardRule } from '../rules/rule.ts'
import type { GovernanceFacts } from './governance-facts.ts'
import { monthly, recurring } from './recurring.ts'

/**
 * DP-jac: the officer of the junior attendance centre sends a return every month.
 *
 * @source DP "junior attendance centre"
 * @interpretation One return is sent in each calendar month, whatever month it is about. A service without a centre owes none.
 */
export const attendanceCentreReturn: StandardRule<
  Pick<GovernanceFacts, 'since' | 'attendanceCentre' | 'returns'>
> = {
  id: 'DP-jac',
  kind: 'standard',
  title: 'Send the return of the junior attendance centre every month',
  why: 'The centre is paid for by the country, and what is reported shows whether children come and what they get there.',
  citation: { source: 'DP', section: 'junior attendance centre' },
  parameters: {},
  waitsFor: 'governance',
  decide: ({ since, attendanceCentre, returns }, asOf) => {
    if (attendanceCentre === null) return []
    const sentOn = returns.filter(({ kind }) => kind === 'attendance-centre')
    const centre = {
      subjectId: 'attendance-centre',
      since: latest(since, attendanceCentre.openedOn),
      doneOn: sentOn.map(one => one.sentOn),
      what: 'the return was sent',
      missing: ['the return was sent'],
    }
    return [recurring(centre, monthly, asOf)]
  },
}
