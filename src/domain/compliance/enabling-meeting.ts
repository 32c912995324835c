import type { BreachStep, EnablingMeetingFact } from '../court/court-facts.ts'
import { guardAnswer, unlessAgreed } from '../rules/guard-answer.ts'
import type { GuardRule } from '../rules/rule.ts'

/**
 * OM-11.3-meeting: before breach at least one meeting has looked for a way on, with what the service itself changes.
 *
 * @source OM section 11.3
 * @interpretation A manager was there, it was restorative, the grid was used and it is written what we change; "nothing" is an answer. All
 * of it in one meeting. A manager may agree to go at once where the risk is significant.
 */
export const enablingMeeting: GuardRule<BreachStep> = {
  id: 'OM-11.3-meeting',
  kind: 'guard',
  title: 'At least one meeting to make it work comes before breach',
  why: 'Children miss appointments for reasons. Breach is how many come to custody, so first we ask what we can do differently.',
  citation: { source: 'OM', section: '11.3' },
  parameters: {},
  exception: {
    by: 'manager',
    what: 'Begin breach at once because the risk is significant',
    untilQuestion: null,
    childAgrees: false,
  },
  waitsFor: 'court',
  decide: (breach, asOf) => {
    const meeting = breach.enablingMeetings.find(one => gapsOf(one).length === 0)
    if (meeting !== undefined) {
      const text = 'A meeting looked for a way on with the child'
      return guardAnswer([], [{ text, on: meeting.on }])
    }
    const latest = breach.enablingMeetings.at(-1)
    const missing =
      latest === undefined
        ? ['Meet with the child and the family first, to find out what gets in the way.']
        : gapsOf(latest)
    return unlessAgreed(enablingMeeting, breach, { missing, asOf })
  },
}

function gapsOf(meeting: EnablingMeetingFact): string[] {
  const gaps: string[] = []
  if (meeting.managerId === null) gaps.push('Meet with a manager there.')
  if (!meeting.wasRestorative) gaps.push('Hold the meeting in a restorative way.')
  if (!meeting.usedGrid) gaps.push('Use the Safety and Well-being Grid in the meeting.')
  if (meeting.whatWeChange.trim() === '') gaps.push('Ask and write down what we change.')
  return gaps
}
