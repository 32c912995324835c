import type { AssessmentWriting } from '../assessment/writing-prompts.ts'
import type { CaseFacts, ContactFact } from '../rules/case-facts.ts'
import type { PromptRule } from '../rules/rule.ts'

/**
 * OM-2.1-second-visit: a child whom the service does not know is met a second time, child and parent apart.
 *
 * @source OM section 2.1
 * @interpretation Met means a contact that took place, not by phone. Apart means: at one of them the child came without the parent or
 * carer. Only the first assessment of a child new to the service asks for it.
 */
export const secondVisitPrompt: PromptRule<AssessmentWriting> = {
  id: 'OM-2.1-second-visit',
  kind: 'prompt',
  title: 'Meet a child who is new to the service a second time, child and parent apart',
  why: 'Some things are only said when the other is not in the room, and few on the first day.',
  citation: { source: 'OM', section: '2.1' },
  parameters: {},
  advise: ({ facts, assessment }) => {
    const isNew = !facts.child.wasKnownBefore && assessment.reviewOf === null
    if (!isNew || assessment.completedOn !== null) return null
    const meetings = meetingsOf(facts)
    const wasApart = meetings.some(({ sawParent }) => !sawParent)
    if (meetings.length >= 2 && wasApart) return null
    return meetings.length >= 2
      ? 'The child has not been seen without a parent or carer yet. See them apart once, or note why it is not needed.'
      : 'This child is new to the service. If there is time, meet them a second time, the child and the parent or carer apart.'
  },
}

function meetingsOf(facts: CaseFacts): ContactFact[] {
  return facts.contacts.filter(
    ({ attendance, kind, sawChild }) => attendance === 'attended' && kind !== 'phone' && sawChild,
  )
}
