import { plainDate } from '../calendar/plain-date.ts'
import { answersTo } from '../events/answers-to.ts'
import type { CaseFacts } from '../rules/case-facts.ts'
import { eventsOf } from '../rules/case-facts.ts'
import { deadline, type TimeLimit } from '../rules/deadline.ts'
import { dutyStanding } from '../rules/duty-standing.ts'
import type { DutyRule } from '../rules/rule.ts'

const handOverWithin: TimeLimit = {
  name: 'Time to hand a case over to another service',
  unit: 'working days',
  values: [{ from: plainDate('2017-01-01'), value: 5 }],
  least: 1,
  most: 20,
}

/**
 * OM-3.2-transfer-out: a case that moves to another service is handed over formally, with our plan.
 *
 * @source OM section 3.2
 * @interpretation The record of the handover meets it. What was handed over, our plan or the form on which the other service insists, stands
 * in its note.
 */
export const transferOut: DutyRule<CaseFacts> = {
  id: 'OM-3.2-transfer-out',
  kind: 'duty',
  owedBy: 'manager',
  title: 'Hand the case over to the other service, with our plan',
  why: 'A child who moves should not fall between two services, nor begin again with a new form.',
  citation: { source: 'OM', section: '3.2' },
  parameters: { handOverWithin },
  decide: (facts, asOf, policy) =>
    eventsOf(facts, 'transfer-out').map(move => {
      const { dueOn, limit } = deadline(handOverWithin, move.on, { asOf, policy })
      const handover = answersTo(facts.events, 'handover', move)[0]
      const moves = { text: 'The case moves to another service', on: move.on }
      return dutyStanding(
        {
          subjectId: move.id,
          dueOn,
          dueWords: `${limit} after it was known that the case moves`,
          because:
            handover === undefined
              ? [moves]
              : [moves, { text: 'It was handed over', on: handover.on }],
          missing: handover === undefined ? ['handed over'] : [],
        },
        asOf,
      )
    }),
}
