import type { PromptRule } from '../rules/rule.ts'
import type { ReportDraft } from './court-facts.ts'

/**
 * OM-7.1-content: what belongs in a pre-sentence report, said while it is written.
 *
 * @source OM section 7.1
 */
export const reportContent: PromptRule<ReportDraft> = {
  id: 'OM-7.1-content',
  kind: 'prompt',
  title: 'What belongs in a pre-sentence report, and what does not',
  why: 'Courts sentence the child they read about. A report that shows strengths, causes and a way forward gives them a reason to choose it.',
  citation: { source: 'OM', section: '7.1' },
  parameters: {},
  waitsFor: 'court',
  advise: ({ kind, proposesCurfew, isHomeAssessedForCurfew }) => {
    if (kind !== 'pre-sentence-report') return null
    return [
      'Write what is going well and what lies behind it: causes, and why earlier work did not hold.',
      'Give evidence for every risk, argue for what can be done in the community, and say what custody would do to this child.',
      'Never begin from custody.',
      ...(proposesCurfew ? [curfewAdvice(isHomeAssessedForCurfew)] : []),
    ].join(' ')
  },
}

function curfewAdvice(isHomeAssessed: boolean): string {
  const fits = 'Propose a curfew only where it fits when and how the offence happened.'
  return isHomeAssessed ? fits : `${fits} The home has not been assessed for it yet.`
}
