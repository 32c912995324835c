import { isAfter, plainDate } from '../calendar/plain-date.ts'
import { answersTo } from '../events/answers-to.ts'
import type { CaseFacts } from '../rules/case-facts.ts'
import { eventsOf } from '../rules/case-facts.ts'
import { deadline, type TimeLimit } from '../rules/deadline.ts'
import type { DutyRule } from '../rules/rule.ts'
import { topicsOf } from '../vocabulary/events.ts'

const considerWithin: TimeLimit = {
  name: 'Time to decide on a referral to the National Referral Mechanism',
  unit: 'working days',
  values: [{ from: plainDate('2022-04-01'), value: 2 }],
  least: 1,
  most: 5,
}

/**
 * DP-nrm: where there are signs of modern slavery, somebody decides whether the National Referral Mechanism is told, and writes down why.
 *
 * @source DP "Exploitation"
 * @interpretation The reference number stands in the note of the decision: it comes days later, and the decision is what is owed.
 */
export const modernSlavery: DutyRule<CaseFacts> = {
  id: 'DP-nrm',
  kind: 'duty',
  owedBy: 'case-manager',
  title: 'Decide whether to refer to the National Referral Mechanism',
  why: 'A child who was made to commit a crime is a victim first. The referral opens help, and can change what the police and the court decide.',
  citation: { source: 'DP', section: 'exploitation' },
  parameters: { considerWithin },
  decide: (facts, asOf, policy) =>
    eventsOf(facts, 'modern-slavery-signs').map(signs => {
      const { dueOn, limit } = deadline(considerWithin, signs.on, { asOf, policy })
      const head = { subjectId: signs.id, dueOn, dueWords: `${limit} after the signs were seen` }
      const seen = { text: 'Signs of modern slavery were seen', on: signs.on }
      const decision = answersTo(facts.events, 'nrm-decision', signs)[0]
      if (decision === undefined) {
        const state = isAfter(asOf, dueOn) ? 'overdue' : 'open'
        return { ...head, state, because: [seen, { text: 'Nobody has decided yet' }] }
      }
      const text = topicsOf(decision.kind)[decision.topic ?? ''] ?? 'Decided'
      return { ...head, state: 'met', because: [seen, { text, on: decision.on }] }
    }),
}
