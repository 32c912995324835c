import { promptExamples } from '../rules/testing/worked-examples.ts'
import type { ReportDraft } from './court-facts.ts'
import { reportContent } from './report-content.ts'

const asOf = '2026-04-13'

function draft(values: Partial<ReportDraft> = {}): ReportDraft {
  return {
    kind: 'pre-sentence-report',
    proposesCurfew: false,
    isHomeAssessedForCurfew: false,
    ...values,
  }
}

export const reportContentExamples = promptExamples(reportContent, [
  {
    when: 'a pre-sentence report is written',
    facts: draft(),
    asOf,
    is: 'advises',
    says: 'Never begin from custody',
  },
  {
    when: 'it proposes a curfew in a home that nobody has assessed',
    facts: draft({ proposesCurfew: true }),
    asOf,
    is: 'advises',
    says: 'has not been assessed',
  },
  {
    when: 'it proposes a curfew in a home that was assessed',
    facts: draft({ proposesCurfew: true, isHomeAssessedForCurfew: true }),
    asOf,
    is: 'advises',
    says: 'only where it fits when and how the offence happened.',
  },
  {
    when: 'a progress report is written',
    facts: draft({ kind: 'progress-report' }),
    asOf,
    is: 'says-nothing',
  },
])
