import { guardAnswer } from '../rules/guard-answer.ts'
import type { GuardRule } from '../rules/rule.ts'
import { releaseSubjects, type CustodyPlanDraft, type ReleaseSubject } from './custody-facts.ts'

/**
 * OM-13.3-release: the first plan in custody says how the child comes home.
 *
 * @source OM section 13.3 "planning for release"
 * @interpretation All five subjects are written; "not possible yet, because …" is an answer. Later plans are not asked again.
 */
export const releasePlanning: GuardRule<CustodyPlanDraft> = {
  id: 'OM-13.3-release',
  kind: 'guard',
  title: 'The first plan in custody already plans the release',
  why: 'Coming home begins on the first day. A bed, a school place and people take longer to find than a short sentence lasts.',
  citation: { source: 'OM', section: '13.3' },
  parameters: {},
  waitsFor: 'custody',
  decide: ({ isFirst, release }) => {
    if (!isFirst) return { kind: 'not-applicable' }
    const missing = (Object.keys(releaseSubjects) as ReleaseSubject[])
      .filter(subject => release[subject].trim() === '')
      .map(subject => `Write how release is planned: ${releaseSubjects[subject]}.`)
    return guardAnswer(missing, [{ text: 'The plan says how the child comes home' }])
  },
}
