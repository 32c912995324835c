import { isOnOrBefore } from '../calendar/plain-date.ts'
import type { EventDraft, EventGuardFacts } from '../events/event-draft.ts'
import { agreementFor } from '../rules/agreements.ts'
import type { EventFact } from '../rules/case-facts.ts'
import type { GuardRule } from '../rules/rule.ts'

/**
 * OM-5.5-mappa-3: nobody is referred to youth MAPPA for other dangerous behaviour before everybody involved has met and the head of service
 * has agreed.
 *
 * @source OM section 5.5, category 3
 * @interpretation The meeting has to have been held: that another forum covers the risk is not enough here. The agreement of the head of
 * service is about that meeting, for it is part of its decision.
 */
export const mappaCategory3: GuardRule<EventGuardFacts> = {
  id: 'OM-5.5-mappa-3',
  kind: 'guard',
  title: 'Youth MAPPA category 3 needs a risk strategy meeting and the head of service',
  why: 'This referral rests on worry, not on a sentence. A child is not put under such arrangements because one worker is worried.',
  citation: { source: 'OM', section: '5.5' },
  parameters: {},
  exception: {
    by: 'head of service',
    what: 'Refer the child to youth MAPPA under category 3, as the risk strategy meeting decided',
    untilQuestion: null,
    childAgrees: false,
  },
  decide: ({ draft, events, agreements }) => {
    if (draft.kind !== 'mappa-referral' || draft.topic !== 'category-3') {
      return { kind: 'not-applicable' }
    }
    const meetings = meetingsBefore(draft, events)
    const latest = meetings.at(-1)
    if (latest === undefined) {
      const missing = ['Hold a risk strategy meeting first, and record it.']
      return { kind: 'blocked', missing, mayAgree: null }
    }
    for (const meeting of meetings.toReversed()) {
      const about = { ruleId: 'OM-5.5-mappa-3', subjectId: meeting.id }
      const agreement = agreementFor(agreements, about, draft.on)
      if (agreement === undefined) continue
      const agreed = `${agreement.grantedBy} agreed: ${agreement.reason}`
      const because = [
        { text: 'A risk strategy meeting was held', on: meeting.on },
        { text: agreed, on: agreement.grantedOn },
      ]
      return { kind: 'allowed', because }
    }
    const missing = ['Ask the head of service to agree to the referral.']
    return { kind: 'blocked', missing, mayAgree: 'head of service' }
  },
}

/** Risk strategy meetings that were held by the day of a referral, earliest first. */
export function meetingsBefore(
  { on }: Pick<EventDraft, 'on'>,
  events: readonly EventFact[],
): EventFact[] {
  return events.filter(
    event =>
      event.kind === 'risk-strategy-meeting' &&
      event.topic === 'held' &&
      isOnOrBefore(event.on, on),
  )
}
