/** What kind of significant change. @source OM section 4.4 */
const significantChanges = {
  'home-moved': 'Moved home or placement',
  'harmful-sexual-behaviour': 'Information or allegation of harmful sexual behaviour',
  'new-offence-alleged': 'A serious new offence is alleged',
  'family-incident': 'A serious incident in the family',
  exploitation: 'Possible exploitation',
  'self-harm': 'Self-harm',
  'emotional-wellbeing': 'Worry about emotional well-being',
  bereavement: 'Somebody close died',
} as const

const exploitationKinds = {
  criminal: 'Criminal exploitation',
  sexual: 'Sexual exploitation',
} as const

const answers = {
  accepted: 'Accepted',
  'not-accepted': 'Not accepted',
  advice: 'Advice only',
} as const

/** The stages by which a disputed answer is taken further, in their order. @source OM section 9.5 */
export const escalationStages = {
  'worker-to-worker': 'Worker to worker',
  'worker-to-team-manager': 'Worker to team manager',
  'team-manager-to-service-manager': 'Team manager to service manager',
  'team-manager-to-head-of-localities': 'Team manager to head of service, localities',
  'head-to-head': 'Head of service to head of service or service director',
  'head-to-board': 'Head of service to the safeguarding or management board',
} as const

const sharedPapers = {
  assessment: 'The assessment',
  plan: 'The plan',
  report: 'The court report',
  all: 'Assessment, plan and report',
} as const

const decisions = { held: 'Meeting held', 'other-forum': 'Another forum covers it' } as const

/**
 * What happened to a child, and what was done, that rules read: one kind of record, told apart by kind and topic.
 *
 * `group`: `happened` is what calls for something, `done` is what meets it. `topics`: the kind's own list, one of which is recorded.
 */
export const eventKinds = {
  'significant-change': event('Significant change', 'happened', significantChanges),
  'exploitation-concern': event('Concern about exploitation', 'happened', exploitationKinds),
  'modern-slavery-signs': event('Signs of modern slavery', 'happened'),
  'serious-incident': event('Serious incident', 'happened'),
  'answer-disputed': event("Children's services' answer is disputed", 'happened'),
  'home-address-elsewhere': event('Our child is placed in another area', 'happened'),
  'transfer-out': event('The case moves to another service', 'happened'),
  'court-order-considered': event('Criminal behaviour order or injunction considered', 'happened'),
  'manager-discussion': event('Talked about with a manager', 'done'),
  'head-of-service-told': event('Head of service told', 'done'),
  'exploitation-toolkit': event('Exploitation toolkit', 'done', {
    first: 'First toolkit',
    review: 'Full review',
    'led-by-other': 'Another agency leads and has done it',
  }),
  'exploitation-lowered': event('Exploitation concern lowered', 'done', exploitationKinds),
  'risk-strategy-meeting': event('Risk strategy meeting', 'done', decisions),
  'quality-assurance-meeting': event('Quality assurance meeting', 'done'),
  'childrens-services-referral': event("Referral to children's services", 'done'),
  'childrens-services-answer': event("Answer of children's services", 'done', answers),
  escalation: event('Disagreement taken further', 'done', escalationStages),
  'dispute-settled': event('Disagreement settled', 'done', {
    'answer-changed': "Children's services changed their answer",
    'answer-stands': 'We accept their answer',
  }),
  'nrm-decision': event('National Referral Mechanism considered', 'done', {
    referred: 'Referred',
    'not-referred': 'Not referred, with reason',
  }),
  'yjb-notification': event('Youth Justice Board notified', 'done'),
  'learning-review': event('Learning review to the board', 'done'),
  'mappa-referral': event('Youth MAPPA referral', 'done', {
    'category-3': 'Category 3: other dangerous behaviour',
  }),
  'safety-grid': event('Safety and Well-being Grid', 'done'),
  genogram: event('Genogram', 'done', { drawn: 'Drawn with the family', 'not-drawn': 'Not drawn' }),
  shared: event('Papers shared', 'done', sharedPapers),
  'worker-preference': event('Which worker the child would like', 'done'),
  'amends-offered': event('Chance to make amends offered', 'done'),
  'home-service-told': event('Home service told', 'done'),
  'breach-policy-sent': event('Our letter to the supervising service', 'done'),
  handover: event('Handed over to the other service', 'done'),
  'police-told': event('Our view given to the police', 'done'),
} as const

export type EventKind = keyof typeof eventKinds

interface EventKindEntry {
  readonly name: string
  readonly group: 'happened' | 'done'
  readonly topics: Readonly<Record<string, string>>
}

function event(
  name: string,
  group: EventKindEntry['group'],
  topics: EventKindEntry['topics'] = {},
): EventKindEntry {
  return { name, group, topics }
}

/** Every kind of event, in the order in which they are offered. */
export const eventKindList = Object.keys(eventKinds) as EventKind[]

/** True for a text that names a kind of event. */
export function isEventKind(text: string): text is EventKind {
  return Object.hasOwn(eventKinds, text)
}

/** The topics of a kind by code; none where it has no list. */
export function topicsOf(kind: EventKind): Readonly<Record<string, string>> {
  return eventKinds[kind].topics
}

/** True for a topic of the kind's own list; for null where the kind has no list. */
export function isTopicOf(kind: EventKind, topic: string | null): boolean {
  const topics = topicsOf(kind)
  if (topic === null) return Object.keys(topics).length === 0
  return Object.hasOwn(topics, topic)
}
