import { immigrationStatuses } from '../../vocabulary/circumstances.ts'
import type { KindDeclaration } from '../circumstance-kind.ts'

/** What the child may rely on while they are here. */
export const immigrationStatus: KindDeclaration = {
  id: 'immigration-status',
  main: {
    id: 'value',
    type: 'code',
    codes: immigrationStatuses,
    name: 'Status',
    question: 'What is the status?',
    missing: 'Choose the status',
    atChange: true,
  },
  facts: [
    {
      id: 'reviewOn',
      type: 'date',
      name: 'Runs until',
      question: 'Until when does it run? (if it has an end)',
      atChange: true,
      inLine: 'until {}',
    },
    {
      id: 'solicitor',
      type: 'text',
      name: 'Solicitor',
      question: 'Who is the solicitor? (if there is one)',
      inLine: 'solicitor {}',
    },
  ],
  several: false,
  gapMatters: 'never',
  goesStale: false,
}
