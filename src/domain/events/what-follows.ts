import type { EventKind } from '../vocabulary/events.ts'

const following: Partial<Record<EventKind, readonly EventKind[]>> = {
  'exploitation-concern': [
    'manager-discussion',
    'exploitation-toolkit',
    'childrens-services-referral',
    'modern-slavery-signs',
    'exploitation-lowered',
  ],
  'modern-slavery-signs': ['nrm-decision'],
  'serious-incident': ['yjb-notification', 'learning-review'],
  'childrens-services-referral': [
    'manager-discussion',
    'childrens-services-answer',
    'answer-disputed',
  ],
  'answer-disputed': ['escalation', 'dispute-settled'],
  'risk-strategy-meeting': ['mappa-referral'],
  'home-address-elsewhere': ['home-service-told', 'breach-policy-sent'],
  'transfer-out': ['handover'],
  'court-order-considered': ['manager-discussion', 'head-of-service-told', 'police-told'],
}

/** What may be recorded about an event of this kind, in the order in which it is usually done. */
export function whatFollows(kind: EventKind): readonly EventKind[] {
  return following[kind] ?? []
}
