import type { Look } from './queries.ts'

/** What each page about a child is called when someone asks who opened it. A test asks for the words of every such page. */
export const pageWords: Readonly<Record<string, string>> = {
  '/children/:childId': 'The child on one screen',
  '/children/:childId/looks': 'Who looked',
  '/children/:childId/alerts': 'Alerts',
  '/children/:childId/alerts/new': 'A new alert',
  '/children/:childId/alerts/:alertId': 'An alert',
  '/children/:childId/alerts/:alertId/change': 'An alert, to change',
  '/children/:childId/alerts/:alertId/review': 'An alert, to review',
  '/children/:childId/alerts/:alertId/end': 'An alert, to end',
  '/children/:childId/identity': 'Who the child is',
  '/children/:childId/identity/names': 'Names and birth, to change',
  '/children/:childId/identity/myself': 'How the child describes themselves, to change',
  '/children/:childId/identity/communication': 'Languages and communication, to change',
  '/children/:childId/identity/wishes': 'What matters to the child, to change',
  '/children/:childId/identity/history': 'Who the child is, earlier versions',
  '/children/:childId/identity/identifiers/new': 'A new number',
  '/children/:childId/identity/identifiers/:identifierId': 'A number, to correct',
  '/children/:childId/identity/identifiers/:identifierId/withdraw': 'A number, to take back',
  '/children/:childId/work': 'All the work',
  '/children/:childId/timeline': 'The timeline',
  '/children/:childId/chronologies': 'The list of chronologies',
  '/children/:childId/chronologies/new': 'A new chronology',
  '/children/:childId/chronologies/add': 'Entries, to add to a chronology',
  '/children/:childId/chronologies/:chronologyId': 'A chronology',
  '/children/:childId/chronologies/:chronologyId/edit': 'A chronology, to write',
  '/children/:childId/chronologies/:chronologyId/entries/new': 'A new entry of a chronology',
  '/children/:childId/chronologies/:chronologyId/finish': 'A chronology, to finish',
  '/children/:childId/agreements/:ruleId/:subjectId': 'An agreement, to give',
  '/children/:childId/agreements/:ruleId/:subjectId/ask': 'An agreement, to ask for',
  '/children/:childId/agreements/:ruleId/:subjectId/decline': 'An agreement, to decline',
  '/children/:childId/assessments/:assessmentId': 'An assessment',
  '/children/:childId/assessments/:assessmentId/edit': 'An assessment, to write',
  '/children/:childId/assessments/:assessmentId/edit/:section':
    'A section of an assessment, to write',
  '/children/:childId/assessments/:assessmentId/deepen': 'An assessment, to go deeper',
  '/children/:childId/assessments/:assessmentId/earlier': 'An assessment as it was',
  '/children/:childId/assessments/:assessmentId/quality-assurance': 'An assessment, to countersign',
  '/children/:childId/assessments/:assessmentId/review': 'An assessment, to review',
  '/children/:childId/circumstances': 'What was and is true of the child',
  '/children/:childId/circumstances/new/:circumstanceKind': 'Something true of the child, to add',
  '/children/:childId/circumstances/move': 'A move of home, to record',
  '/children/:childId/circumstances/still-true': 'What is still true of the child',
  '/children/:childId/circumstances/:circumstanceId': 'Something true of the child',
  '/children/:childId/circumstances/:circumstanceId/change':
    'Something true of the child, to change',
  '/children/:childId/circumstances/:circumstanceId/end': 'Something true of the child, to end',
  '/children/:childId/circumstances/:circumstanceId/correct':
    'Something true of the child, to correct',
  '/children/:childId/circumstances/:circumstanceId/withdraw':
    'Something true of the child, to withdraw',
  '/children/:childId/contacts/new': 'A new contact',
  '/children/:childId/contacts/:contactId': 'A contact',
  '/children/:childId/contacts/:contactId/record': 'A contact, to record',
  '/children/:childId/contacts/:contactId/move': 'A contact, to move',
  '/children/:childId/tools': 'The tools beside the assessment',
  '/children/:childId/tools/new/:tool': 'A tool, to fill in',
  '/children/:childId/tools/:resultId': 'What was found with a tool',
  '/children/:childId/tools/:resultId/withdraw': 'What was found with a tool, to withdraw',
  '/children/:childId/events': 'What happened and what was done',
  '/children/:childId/events/new': 'A new event',
  '/children/:childId/events/:eventId': 'An event',
  '/children/:childId/events/:eventId/withdraw': 'An event, to withdraw',
  '/children/:childId/genogram': 'The family drawing',
  '/children/:childId/genogram/afresh': 'The family drawing, to lay out afresh',
  '/children/:childId/genogram/drawn': 'The family drawing, to record that the family drew it',
  '/children/:childId/genogram/move': 'The family drawing, to move a piece',
  '/children/:childId/genogram/pieces/:personId': 'The family drawing, to change a piece',
  '/children/:childId/interventions/new': 'New work',
  '/children/:childId/interventions/:interventionId': 'A piece of work',
  '/children/:childId/interventions/:interventionId/allocation': 'A piece of work, to allocate',
  '/children/:childId/interventions/:interventionId/close': 'A piece of work, to close',
  '/children/:childId/interventions/:interventionId/plans/new': 'A new plan',
  '/children/:childId/interventions/:interventionId/service-agreement': 'A new service agreement',
  '/children/:childId/merge/:otherChildId': 'Two records side by side, to merge',
  '/children/:childId/merges': 'Merged records',
  '/children/:childId/merges/:mergeId/undo': 'Merged records, to part again',
  '/children/:childId/not-the-same/:otherChildId': 'Two records that may be one child',
  '/children/:childId/outcomes/:outcomeId': 'A decision',
  '/children/:childId/people': 'The people around the child',
  '/children/:childId/people/new': 'Somebody around the child, to record',
  '/children/:childId/people/professionals': 'The professionals around the child',
  '/children/:childId/people/family': 'The family',
  '/children/:childId/people/family/parent': 'The family, to say who is whose parent',
  '/children/:childId/people/family/couple': 'The family, to say who is a couple',
  '/children/:childId/people/family/:linkId/withdraw': 'The family, to take something back',
  '/children/:childId/people/:relationshipId/change': 'Somebody around the child, to change',
  '/children/:childId/people/:relationshipId/end': 'Somebody around the child, to end',
  '/children/:childId/people/:relationshipId/known-child':
    'Somebody around the child, to say which child known to us they are',
  '/children/:childId/plans/:planId': 'A plan',
  '/children/:childId/plans/:planId/review': 'A plan, to review',
  '/children/:childId/plans/:planId/sign': 'A plan, to sign',
  '/children/:childId/referrals/:referralId': 'A referral',
  '/children/:childId/referrals/:referralId/assessment': 'A referral, to start its assessment',
  '/children/:childId/referrals/:referralId/assessor': 'A referral, to allocate its assessment',
  '/children/:childId/referrals/:referralId/checks': "A referral's checks",
  '/children/:childId/referrals/:referralId/close': 'A referral, to close',
  '/children/:childId/referrals/:referralId/decision': 'A referral, to decide',
  '/children/:childId/referrals/:referralId/explanation': "A referral's explanation to the child",
  '/children/:childId/referrals/:referralId/panel': 'A referral, to list for a panel',
  '/children/:childId/restriction': 'Who may open the record',
  '/children/:childId/restriction/lift': 'A restriction, to lift',
  '/children/:childId/service-agreements/:agreementId': 'A service agreement',
  '/children/:childId/service-agreements/:agreementId/sign': 'A service agreement, to sign',
  '/children/:childId/urgent-access': 'Urgent access to a restricted record',
}

const looks: ReadonlySet<string> = new Set([
  'child.looked-at',
  'child.shown-as-match',
  'child.met-restricted',
])

/** True for an entry that says that someone saw something, and changed nothing. */
export function isLook({ action }: Pick<Look, 'action'>): boolean {
  return looks.has(action)
}

/** What was looked at or done, in plain words: "A plan", "Plan signed". */
export function inWords({ action, detail }: Pick<Look, 'action' | 'detail'>): string {
  if (action === 'child.shown-as-match') return 'Name and birthday, as a possible match'
  if (action === 'child.met-restricted') return 'That the record is restricted, and nothing of it'
  if (action === 'child.looked-at') return pageWords[detail ?? ''] ?? 'A page of an earlier version'
  const words = action.replaceAll(/[.-]/g, ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
