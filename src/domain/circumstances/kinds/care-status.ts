import { careStatuses } from '../../vocabulary/children.ts'
import { careLegalBases, leavingCareStatuses } from '../../vocabulary/circumstances.ts'
import type { KindDeclaration } from '../circumstance-kind.ts'

/**
 * Looked after, protected, in need or helped early.
 *
 * @interpretation Early help, child in need and child protection stay with care: rules, measures and the sharing of work read one list, in
 * which more than one may hold at a time.
 */
export const careStatus: KindDeclaration = {
  id: 'care-status',
  main: {
    id: 'value',
    type: 'code',
    codes: careStatuses,
    name: 'Status',
    question: 'What is the status?',
    missing: 'Choose the status',
    atChange: true,
  },
  facts: [
    {
      id: 'legalBasis',
      type: 'code',
      codes: careLegalBases,
      name: 'Legal basis',
      question: 'Under which law is the child looked after? (if they are)',
      atChange: true,
      inLine: '{}',
    },
    {
      id: 'socialWorker',
      type: 'text',
      name: 'Social worker',
      question: 'Who is the social worker? (if you know)',
      atChange: true,
      inLine: 'social worker {}',
      carriesOver: true,
    },
    {
      id: 'homeAuthority',
      type: 'text',
      name: 'Home authority',
      question: 'Which council is responsible? (if it is not ours)',
      inLine: 'responsible: {}',
    },
    {
      id: 'leavingCare',
      type: 'code',
      codes: leavingCareStatuses,
      name: 'Leaving care',
      question: 'Is the child an eligible or a relevant child? (at 16 and 17)',
    },
  ],
  several: true,
  gapMatters: 'never',
  goesStale: true,
}
