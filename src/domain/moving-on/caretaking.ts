import { plainDate } from '../calendar/plain-date.ts'
import { answersTo } from '../events/answers-to.ts'
import { excusedBy } from '../rules/agreements.ts'
import type { CaseFacts, EventFact } from '../rules/case-facts.ts'
import { eventsOf } from '../rules/case-facts.ts'
import { deadline, type TimeLimit } from '../rules/deadline.ts'
import { dutyStanding } from '../rules/duty-standing.ts'
import type { Asked } from '../rules/policy.ts'
import type { DutyDecision, DutyRule } from '../rules/rule.ts'

const writeWithin: TimeLimit = {
  name: 'Time to write to the service that supervises our child',
  unit: 'working days',
  values: [{ from: plainDate('2017-01-01'), value: 5 }],
  least: 1,
  most: 20,
}

/**
 * OM-12.2-caretaking: the service that supervises our child elsewhere has our breach policy in writing, and knows what stays with us.
 *
 * @source OM section 12.2
 * @interpretation The letter is the evidence: it says that assessment and contact stay with us and that breach is ours to decide. The section
 * asks for it also where the child is not looked after, so every child of ours who is placed in another area counts. Where distance makes
 * assessment and contact impossible, a manager agrees, and that excuses the whole.
 */
export const caretaking: DutyRule<CaseFacts> = {
  id: 'OM-12.2-caretaking',
  kind: 'duty',
  owedBy: 'case-manager',
  title:
    'Send the service that supervises our child our breach policy, and keep assessment and contact',
  why: 'A child far from home keeps the people who know them. And nobody else takes our child to court for a breach.',
  citation: { source: 'OM', section: '12.2' },
  parameters: { writeWithin },
  exception: {
    by: 'manager',
    what: 'The other service assesses and keeps contact, because of the distance',
    untilQuestion: null,
    childAgrees: false,
  },
  decide: (facts, asOf, policy) =>
    eventsOf(facts, 'home-address-elsewhere').map(placement =>
      decideLetter(facts, placement, { asOf, policy }),
    ),
}

function decideLetter(facts: CaseFacts, placement: EventFact, asked: Asked): DutyDecision {
  const { dueOn, limit } = deadline(writeWithin, placement.on, asked)
  const letter = answersTo(facts.events, 'breach-policy-sent', placement)[0]
  const placed = { text: 'Our child was placed in another area', on: placement.on }
  return dutyStanding(
    {
      subjectId: placement.id,
      dueOn,
      dueWords: `${limit} after the child was placed there`,
      because:
        letter === undefined ? [placed] : [placed, { text: 'Our letter was sent', on: letter.on }],
      missing: letter === undefined ? ['our letter was sent'] : [],
      excuse: excusedBy(facts, 'OM-12.2-caretaking', placement.id, asked.asOf),
    },
    asked.asOf,
  )
}
