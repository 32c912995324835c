import { legalStatuses } from '../../vocabulary/circumstances.ts'
import type { KindDeclaration } from '../circumstance-kind.ts'

/** Bail and remand while a matter is open. */
export const legalStatus: KindDeclaration = {
  id: 'legal-status',
  main: {
    id: 'value',
    type: 'code',
    codes: legalStatuses,
    name: 'Status',
    question: 'What is the status?',
    missing: 'Choose the status',
    atChange: true,
  },
  facts: [
    {
      id: 'conditions',
      type: 'text',
      name: 'Conditions',
      question: 'What are the conditions? (if there are any)',
      atChange: true,
      inLine: '{}',
    },
    {
      id: 'until',
      type: 'date',
      name: 'Next date',
      question: 'When does the child go back to the police or the court? (if you know)',
      atChange: true,
      inLine: 'next date {}',
    },
  ],
  several: true,
  gapMatters: 'never',
  goesStale: true,
}
