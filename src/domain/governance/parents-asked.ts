import { dutyStanding } from '../rules/duty-standing.ts'
import type { StandardRule } from '../rules/rule.ts'
import type { GovernanceFacts } from './governance-facts.ts'

/**
 * DC-parents: parents and carers are asked for their view whenever a case is audited.
 *
 * @source DC (parents and carers)
 * @interpretation By the day on which the audit is completed: a view that comes later cannot change what it finds.
 */
export const parentsAsked: StandardRule<Pick<GovernanceFacts, 'audits'>> = {
  id: 'DC-parents',
  kind: 'standard',
  title: 'Ask parents and carers of audited cases for their view',
  why: 'A file shows what we wrote. Families know what it was like.',
  citation: { source: 'DC', section: 'parents and carers' },
  parameters: {},
  waitsFor: 'governance',
  decide: ({ audits }, asOf) =>
    audits.map(({ id, startedOn, completedOn, parentsAskedOn }) => {
      const began = { text: 'The audit began', on: startedOn }
      const asked = parentsAskedOn && { text: 'They were asked', on: parentsAskedOn }
      return dutyStanding(
        {
          subjectId: id,
          dueOn: completedOn,
          dueWords: 'before the audit is completed',
          because: asked === null ? [began] : [began, asked],
          missing: asked === null ? ['parents or carers were asked'] : [],
        },
        asOf,
      )
    }),
}
