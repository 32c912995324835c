import { isOnOrAfter, isOnOrBefore } from '../calendar/plain-date.ts'
import { dutyStanding } from '../rules/duty-standing.ts'
import type { StandardRule } from '../rules/rule.ts'
import type { GovernanceFacts } from './governance-facts.ts'

/**
 * HMIP-board-plan: at every meeting the board sees how the youth justice plan and the improvement plan are getting on.
 *
 * @source HMIP (governance and leadership)
 * @interpretation Asked of the latest meeting and of those that are planned: a meeting that went without is made good by the next.
 */
export const boardPlans: StandardRule<Pick<GovernanceFacts, 'boardMeetings'>> = {
  id: 'HMIP-board-plan',
  kind: 'standard',
  title: 'The board sees progress on the plan and the improvement plan at every meeting',
  why: 'A plan that nobody asks after is paper. Those who promised it should hear what has become of it.',
  citation: { source: 'HMIP', section: 'governance and leadership' },
  parameters: {},
  waitsFor: 'governance',
  decide: ({ boardMeetings: meetings }, asOf) => {
    const lastHeld = meetings.findLast(({ on }) => isOnOrBefore(on, asOf))
    return meetings
      .filter(meeting => meeting === lastHeld || isOnOrAfter(meeting.on, asOf))
      .map(({ id, on, sawPlanProgress, sawImprovementPlan }) =>
        dutyStanding(
          {
            subjectId: id,
            dueOn: on,
            dueWords: 'at the meeting',
            because: [{ text: 'The board meets', on }],
            missing: [
              ...(sawPlanProgress ? [] : ['progress on the youth justice plan']),
              ...(sawImprovementPlan ? [] : ['progress on the improvement plan']),
            ],
          },
          asOf,
        ),
      )
  },
}
