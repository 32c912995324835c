import { isAfter, plainDate } from '../calendar/plain-date.ts'
import { answersTo } from '../events/answers-to.ts'
import type { CaseFacts, ContactFact } from '../rules/case-facts.ts'
import { deadline, type TimeLimit } from '../rules/deadline.ts'
import type { Asked } from '../rules/policy.ts'
import type { DutyDecision, DutyRule } from '../rules/rule.ts'

const offerWithin: TimeLimit = {
  name: 'Time to offer a chance to make amends after a missed contact',
  unit: 'working days',
  values: [{ from: plainDate('2017-01-01'), value: 1 }],
  least: 1,
  most: 5,
}

/**
 * OM-11.3-amends: a child who did not come, with no good reason known, is asked why and offered a chance to make amends.
 *
 * @source OM section 11.3 (the working day is ours)
 * @interpretation It holds for every kind of work: a voluntary offer is lost the same way as an order. The next contact to which the child
 * came is such a chance too.
 */
export const makeAmends: DutyRule<CaseFacts> = {
  id: 'OM-11.3-amends',
  kind: 'duty',
  owedBy: 'case-manager',
  title: 'Ask why the child did not come, and offer a chance to make amends',
  why: 'A missed appointment is often a question: can I trust you, can I get there, does it help? Asking soon keeps the door open and keeps children out of breach.',
  citation: { source: 'OM', section: '11.3' },
  parameters: { offerWithin },
  decide: (facts, asOf, policy) =>
    facts.contacts
      .filter(({ attendance }) => attendance === 'unacceptable-absence')
      .map(missed => ({
        subjectId: missed.id,
        ...decideAmends(facts, missed, { asOf, policy }),
      })),
}

function decideAmends(
  { contacts, events }: CaseFacts,
  missed: ContactFact,
  asked: Asked,
): Omit<DutyDecision, 'subjectId'> {
  const { dueOn, limit } = deadline(offerWithin, missed.on, asked)
  const head = { dueOn, dueWords: `${limit} after the missed contact` }
  const absence = { text: 'The child did not come, and no good reason is known', on: missed.on }
  const offer = answersTo(events, 'amends-offered', missed)[0]
  if (offer !== undefined) {
    const offered = { text: 'A chance to make amends was offered', on: offer.on }
    return { ...head, state: 'met', because: [absence, offered] }
  }
  const next = contacts.find(
    ({ attendance, on }) => attendance === 'attended' && isAfter(on, missed.on),
  )
  if (next !== undefined) {
    return { ...head, state: 'met', because: [absence, { text: 'The child came', on: next.on }] }
  }
  const state = isAfter(asked.asOf, dueOn) ? 'overdue' : 'open'
  return { ...head, state, because: [absence, { text: 'Nobody has asked why yet' }] }
}
