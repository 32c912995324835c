import { guardAnswer } from '../rules/guard-answer.ts'
import type { GuardRule } from '../rules/rule.ts'
import { issVoices, type IssVoice, type ReportStep } from './court-facts.ts'

/**
 * OM-7.6-iss: intensive supervision is proposed only after it was talked over with everybody whom it takes, and for this child.
 *
 * @source OM section 7.6
 * @interpretation "Specific to the child" means that the offer is written in the record of the talk: no rule can tell a good offer from a
 * copied one.
 */
export const issProposal: GuardRule<ReportStep> = {
  id: 'OM-7.6-iss',
  kind: 'guard',
  title: 'Intensive supervision is talked over first, and offered in a form made for this child',
  why: 'Twenty-five hours a week that nobody has talked over with the child is a breach waiting to happen.',
  citation: { source: 'OM', section: '7.6' },
  parameters: {},
  waitsFor: 'court',
  decide: ({ issProposal: proposal }) => {
    if (proposal === null) return { kind: 'not-applicable' }
    const silent = (Object.keys(issVoices) as IssVoice[]).filter(
      voice => !proposal.talkedWith.includes(voice),
    )
    const missing = silent.map(voice => `Talk the proposal over with ${issVoices[voice]}.`)
    if (proposal.offer.trim() === '') missing.push('Write what is offered to this child.')
    return guardAnswer(missing, [{ text: 'It was talked over and made for this child' }])
  },
}
